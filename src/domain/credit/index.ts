export { agencyBook, seedBook, type AgencyBook } from "./agency-book.ts";
export { seedAgencies, type AgencySeed } from "./agency-seed.ts";
export { CreditRole, type CreditPart, type ParsedCredit, type Segment } from "./credit.ts";
export { parseCredit } from "./parse-credit.ts";
export { foldKey, foldLoosely, foldSpace } from "./view.ts";
export { hasOrganizationWord } from "./organization-words.ts";
export { looksLikeFullName } from "./person.ts";
