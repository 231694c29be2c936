"""Checks reports with dmz on Spark, and counts what goes in and comes out.

Usage: recipe.py DMZ AGREEMENT REPORTS.ndjson COUNT MARKER
The program is run through a wrapper that, once, ends itself in the middle: Spark runs the task again.
"""
import os
import stat
import sys

from pyspark.sql import SparkSession

dmz, agreement, reports, count, marker = sys.argv[1:6]

# Once only: whoever makes the marker dies after some output, as a worker that was killed does.
wrapper = marker + ".sh"
with open(wrapper, "w") as out:
    out.write(f"""#!/bin/bash
if mkdir '{marker}' 2>/dev/null; then
    head -n 100 | '{dmz}' check -q --format lines '{agreement}' -
    kill -9 $$
fi
exec '{dmz}' check -q --threads 1 --allow-all-refused --format lines '{agreement}' -
""")
os.chmod(wrapper, os.stat(wrapper).st_mode | stat.S_IXUSR)

spark = (
    SparkSession.builder.master("local[2,4]")
    .config("spark.sql.catalogImplementation", "in-memory")
    .config("spark.ui.enabled", "false")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")
spark.read.text(reports).repartition(4).createOrReplaceTempView("reports")
found = spark.sql(
    f"""SELECT TRANSFORM(value)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\u0001' LINES TERMINATED BY '\\n'
        USING '{wrapper}' AS (value STRING)
        ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\u0001' LINES TERMINATED BY '\\n'
        FROM reports"""
)
found.createOrReplaceTempView("found")
out, with_findings, rejected = spark.sql(
    """SELECT count(*), count_if(value LIKE '%"dmz_finding"%'), count_if(value LIKE '%"dmz_error"%')
       FROM found"""
).first()
read = spark.sql("SELECT count(*) FROM reports").first()[0]
print(f"in {read}, out {out}, with findings {with_findings}, rejected {rejected}, "
      f"a worker was killed: {'yes' if os.path.isdir(marker) else 'no'}")
# Java ends when its standard input does; it must have ended before its folder is removed.
java = spark.sparkContext._gateway.proc
spark.stop()
java.stdin.close()
java.wait()
sys.exit(0 if read == out == with_findings + rejected == int(count) and os.path.isdir(marker) else 1)
