-- Sends the lines of a file in turn, each written out once: as bodies, or as what follows "?" of an address.
local requests, count, at = {}, 0, 0
local headers = { ["content-type"] = "application/json", ["accept"] = "application/json" }
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  good, bad, unchanged, size, sample = 0, 0, 0, 0, ""
  local as_address = os.getenv("AS_ADDRESS") == "1"
  headers["if-none-match"] = os.getenv("KNOWN_TAG")
  if as_address then headers["apollo-require-preflight"] = "1" end
  for line in io.lines(os.getenv("LINES")) do
    count = count + 1
    requests[count] = as_address and wrk.format("GET", "/graphql?" .. line, headers) or wrk.format("POST", "/graphql", headers, line)
  end
  at = tonumber(os.getenv("FIRST") or "0")
end

function request()
  at = at % count + 1
  return requests[at]
end

-- Looking into every answer costs the generator: done in the run before the timed one, where status codes are counted.
if os.getenv("LOOK") == "1" then
  function response(status, headers, body)
    if status == 304 then unchanged = unchanged + 1 return end
    size = size + #body
    if status == 200 and body:sub(1, 7) == '{"data"' then good = good + 1 return end
    bad = bad + 1
    sample = body:sub(1, 200)
  end
end

function done(summary, latency, requests)
  local sum = { good = 0, bad = 0, unchanged = 0, size = 0 }
  for _, thread in ipairs(threads) do
    for name in pairs(sum) do sum[name] = sum[name] + thread:get(name) end
    if thread:get("bad") > 0 then print("SAMPLE " .. thread:get("sample"):gsub("%c", " ")) end
  end
  local errors = summary.errors
  print(string.format('FIGURES {"requests":%d,"us":%d,"p50":%.0f,"p99":%.0f,"good":%d,"bad":%d,"unchanged":%d,"size":%d,"bytes":%.0f,"broken":%d,"refused":%d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), sum.good, sum.bad, sum.unchanged, sum.size, summary.bytes / math.max(1, summary.requests),
    errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
