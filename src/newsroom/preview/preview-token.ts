import { errors, jwtVerify, SignJWT } from "jose";

/** What a token says: which preview it is, and of which article. */
export interface PreviewClaims {
  readonly previewId: string;
  readonly articleId: string;
}

const [issuer, audience, alg] = ["dateline", "preview", "HS256"];

/** Signs a token (a JWT, RFC 7519, with HMAC-SHA-256) that lasts until a moment. */
export const signToken = (secret: Uint8Array, { previewId, articleId }: PreviewClaims, until: Date): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg, typ: "JWT" })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(articleId)
    .setJti(previewId)
    .setExpirationTime(until)
    .sign(secret);

/** What a token says, or null: no token, signed with something else, made for something else, or out of time. */
export async function readToken(secret: Uint8Array, token: string, at: Date): Promise<PreviewClaims | null> {
  const requiredClaims = ["iss", "aud", "sub", "jti", "exp"];
  try {
    const { payload } = await jwtVerify(token, secret, {
      ...{ issuer, audience, requiredClaims, currentDate: at },
      algorithms: [alg],
    });
    return { previewId: payload.jti ?? "", articleId: payload.sub ?? "" };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
