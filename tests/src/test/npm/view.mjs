// What the npm client sees of a Hub, as one JSON object on standard output.
// Usage: node view.mjs ENDPOINT OWNER MODEL...
import {
  downloadFile, fileDownloadInfo, fileExists, listCommits, listFiles, listModels, modelInfo, parseSafetensorsMetadata,
  pathsInfo,
} from "@huggingface/hub";

const [hubUrl, owner, ...names] = process.argv.slice(2);

const collect = async (pages, pick) => {
  const found = [];
  for await (const item of pages) found.push(pick(item));
  return found;
};

const view = async (name) => {
  const at = { repo: name, hubUrl };
  const info = await modelInfo({ name, hubUrl, additionalFields: ["sha", "tags", "filePaths", "cardData"] });
  const files = await collect(listFiles({ ...at, recursive: true }), (file) => file);
  const weights = files.find((file) => file.lfs && file.path.endsWith(".safetensors"));
  const [card] = await pathsInfo({ ...at, paths: ["README.md", "no such file"] });
  const link = await fileDownloadInfo({ ...at, path: "README.md" });
  const text = await (await downloadFile({ ...at, path: "README.md" })).text();
  const seen = {
    id: info.name,
    sha: info.sha,
    gated: info.gated,
    license: info.cardData?.license ?? "",
    paths: info.filePaths,
    files: files.filter((file) => file.type === "file").map((file) => file.path),
    commits: await collect(listCommits(at), (commit) => commit.oid),
    card: { oid: card.oid, size: card.size, etag: link.etag, linkSize: link.size, length: Buffer.byteLength(text) },
    missing: await fileExists({ ...at, path: "no such file" }),
  };
  if (weights) {
    const metadata = await parseSafetensorsMetadata({ ...at, computeParametersCount: true });
    seen.parameters = metadata.parameterCount;
    seen.weights = { path: weights.path, sha256: weights.lfs.oid, size: weights.size };
  }
  return seen;
};

const refusal = async (name) => {
  try {
    await modelInfo({ name, hubUrl });
    return 200;
  } catch (error) {
    return error.statusCode;
  }
};

process.stdout.write(JSON.stringify({
  listed: await collect(listModels({ hubUrl, sort: "createdAt" }), (model) => model.name),
  owned: await collect(listModels({ hubUrl, search: { owner } }), (model) => model.name),
  models: await Promise.all(names.map(view)),
  absent: await refusal("nobody/nothing"),
}));
