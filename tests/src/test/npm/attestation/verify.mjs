// Verifies an envelope with the keys that were published, and prints what the verifier says of it as one JSON object.
// Usage: node verify.mjs ENVELOPE-FILE JWKS-FILE
import { readFileSync } from "node:fs";
import { createPublicKey } from "node:crypto";
import { bundleFromJSON } from "@sigstore/bundle";
import { Verifier, toSignedEntity, toTrustMaterial } from "@sigstore/verify";

const [envelopeFile, keysFile] = process.argv.slice(2);
const envelope = JSON.parse(readFileSync(envelopeFile, "utf8"));
const { keys } = JSON.parse(readFileSync(keysFile, "utf8"));

const bundle = bundleFromJSON({
  mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
  verificationMaterial: { publicKey: { hint: envelope.signatures[0].keyid }, tlogEntries: [] },
  dsseEnvelope: envelope,
});
const find = (hint) => {
  const jwk = keys.find((key) => key.kid === hint);
  if (!jwk) throw new Error(`no key ${hint}`);
  return { publicKey: createPublicKey({ key: jwk, format: "jwk" }), validFor: () => true };
};
const noLogs = { tlogs: [], ctlogs: [], certificateAuthorities: [], timestampAuthorities: [] };
const verifier = new Verifier(toTrustMaterial(noLogs, find), { ctlogThreshold: 0, tlogThreshold: 0, timestampThreshold: 0 });

const verdict = () => {
  try {
    verifier.verify(toSignedEntity(bundle));
    return "verified";
  } catch (error) {
    return error.code ?? String(error);
  }
};
process.stdout.write(JSON.stringify({ verdict: verdict() }));
