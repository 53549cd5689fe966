import { liveLens, openProvenance, type Lens, type Provenance, type Reader } from "../../delivery/index.ts";

/** What a resolver of delivery gets: one reading of the newspaper. */
export interface DeliveryContext {
  readonly reader: Reader;
  /** What the answer is made of, once it is finished. */
  readonly provenance: Provenance;
}

/** Where a request's answers come from. */
export interface DeliverySource {
  readonly source: Reader["source"];
  /** The address readers use, without a slash at its end. */
  readonly siteUrl: string;
  /** What is live now, unless a test looks at another hour. */
  readonly lens?: Lens;
}

/** The context of one request. */
export function deliveryContext({ source, siteUrl, lens = liveLens }: DeliverySource): DeliveryContext {
  const provenance = openProvenance();
  return { reader: { source, lens, siteUrl, provenance }, provenance };
}
