import { liveLens, openProvenance, openReader, type Lens, type Provenance, type Reader } from "../../delivery/index.ts";

/** What a resolver of delivery gets: one reading of the newspaper. */
export interface DeliveryContext {
  readonly reader: Reader;
  /** What the answer is made of, once it is finished. */
  readonly provenance: Provenance;
}

/** Where a request's answers come from. */
export interface DeliverySource {
  readonly db: Reader["db"];
  /** The address readers use, without a slash at its end. */
  readonly siteUrl: string;
  /** What is live now, unless a test looks at another hour. */
  readonly lens?: Lens;
}

/** The context of one request. */
export const deliveryContext = ({ db, siteUrl, lens = liveLens }: DeliverySource): DeliveryContext => ({
  reader: openReader({ db, lens, siteUrl }),
  provenance: openProvenance(),
});
