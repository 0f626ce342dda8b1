import static org.apache.spark.sql.functions.*;
import java.util.*;
import java.util.concurrent.Callable;
import java.util.stream.*;
import lesson.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.api.java.*;
import org.apache.spark.sql.types.*;
import sales.*;
import spark.*;

var lab = notebook.ShellLab.ready();
var spark = lab.spark();
var transactions = lab.transactions();
var customers = lab.customers();

<T> Measured<T> measure(Callable<T> work) throws Exception {
  return lab.measure(work);
}

<T> Measured<T> measure(String name, Callable<T> work) throws Exception {
  return lab.measure(name, work);
}
