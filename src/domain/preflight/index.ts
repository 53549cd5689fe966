export { Severity, type Check } from "./check.ts";
export { outlookOf, type Outlook } from "./outlook.ts";
export type { ArticlePicture, LinkTarget, LinkUse, MediumFacts, PictureUse, Place } from "./picture.ts";
export { PreflightCode, preflightChecks, runChecks, stoppers, type Finding } from "./preflight.ts";
export { standingOf } from "./standing.ts";
