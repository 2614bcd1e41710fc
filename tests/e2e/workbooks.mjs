// Workbooks a job begins with.

/** The sample workbook, on a laptop whose user is known; answers where it lies. */
export async function sampleWorkbook(laptop) {
  await laptop.cli("call", "identity_set", JSON.stringify({ author: "王志远", laptop: "专班-笔记本3" }));
  const file = laptop.path("示例.changwu");
  await laptop.cli("sample", file);
  return file;
}
