// Saves workbooks with the libraries that web applications use. Arguments, three by three: a workbook, how to save
// it, and where. `exceljs` is ExcelJS; any other way is what SheetJS calls a bookType.
import ExcelJS from "exceljs";
import SheetJS from "xlsx";

const woorden = process.argv.slice(2);
for (let plaats = 0; plaats < woorden.length; plaats += 3) {
  const [bron, wijze, doel] = woorden.slice(plaats, plaats + 3);
  if (wijze === "exceljs") {
    const boek = new ExcelJS.Workbook();
    await boek.xlsx.readFile(bron);
    await boek.xlsx.writeFile(doel);
  } else {
    // By default SheetJS forgets number formats and hidden rows already while reading.
    const boek = SheetJS.readFile(bron, { cellNF: true, cellStyles: true });
    SheetJS.writeFile(boek, doel, { bookType: wijze });
  }
}
