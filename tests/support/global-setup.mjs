/** Says whose run this is. The first test that wants a database starts its cluster, so pure tests wait for nothing. */
export default function setup() {
  process.env.DATELINE_TEST_OWNER = String(process.pid);
}
