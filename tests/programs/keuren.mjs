// Holds workbooks against the rules of SpreadsheetML, DrawingML and the package, with the validator of the Open XML SDK.
// Arguments: workbooks. Prints a list of [part, place, what is wrong] for each, as JSON.
import { readFileSync } from "node:fs";
import validate from "@ooxml-tools/validate";

const gevonden = [];
for (const pad of process.argv.slice(2)) {
  try {
    const fouten = await validate(readFileSync(pad), "xlsx", "Microsoft365");
    gevonden.push(fouten.map((fout) => [fout.path?.partUri ?? "", fout.path?.xpath ?? "", fout.description]));
  } catch (fout) {
    // A package that cannot be opened at all is told by an exception.
    gevonden.push([["", "", String(fout)]]);
  }
}
process.stdout.write(JSON.stringify(gevonden), () => process.exit(0));
