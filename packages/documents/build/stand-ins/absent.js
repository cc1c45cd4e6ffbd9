/** A part of pdfkit the form never reaches: encryption, PNG, files, standard fonts, line breaking. */
const absent = () => {
  throw new Error('The PDF writer of Mẫu 01 is built without this part of pdfkit.');
};
class Absent {
  constructor() {
    absent();
  }
}

export default Absent;
export { absent as cbc, absent as concatBytes, absent as ecb, absent as sha256 };
