using GdprKit.Benchmarks.Databases;

namespace GdprKit.Benchmarks.Retention;

/// <summary>
/// The preview of the shop on 1 July 2026 as an expert would write it for this shop alone, who knows that every customer has a day of
/// sign-up and that the longest period decides.
/// </summary>
internal sealed class HandWritten(BenchmarkDatabase database)
{
    private const int FirstYear = 2017;

    private const string Bought = """EXISTS (SELECT 1 FROM "Invoices" i WHERE i."CustomerId" = c."Id")""";

    private const string Times = """(SELECT c."SignedUp" AS s, (SELECT max(i."Date") FROM "Invoices" i WHERE i."CustomerId" = c."Id") AS l FROM "Customers" c) AS t""";

    public string CustomerRows => """SELECT count(*) FROM "Customers" """;

    public string InvoiceRows => """SELECT count(*) FROM "Invoices" """;

    /// <summary>Orders are over: two years after the last purchase, or else after sign-up.</summary>
    public string PhoneDue => Customers($"NOT {BoughtSince("2024-07-01")} AND ({Bought} OR {SignedUpBefore("2024-07-01")})");

    /// <summary>Claims are over: five years.</summary>
    public string EmailDue => Customers($"NOT {BoughtSince("2021-07-01")} AND ({Bought} OR {SignedUpBefore("2021-07-01")})");

    /// <summary>Claims are over, and seven years after the year of the last invoice.</summary>
    public string NameDue => Customers($"NOT {BoughtSince("2019-01-01")} AND ({Bought} OR {SignedUpBefore("2021-07-01")})");

    public string AddressDue => $"""SELECT count(*) FROM "Invoices" WHERE "Date" < {database.Moment("2019-01-01")}""";

    public string NeededByOrders => Customers(Needed("2024-07-01"));

    public string NeededByClaims => Customers(Needed("2021-07-01"));

    public string NeededByInvoicing => Customers(BoughtSince("2019-01-01"));

    public string AddressNeeded => $"""SELECT count(*) FROM "Invoices" WHERE NOT ("Date" < {database.Moment("2019-01-01")})""";

    public string PhoneByYear => ByYear(database.YearOfDayAfter("coalesce(l, s)", 2), $"coalesce(l, s) < {database.Moment("2024-07-01")}");

    public string EmailByYear => ByYear(database.YearOfDayAfter("coalesce(l, s)", 5), $"coalesce(l, s) < {database.Moment("2021-07-01")}");

    public string NameByYear => ByYear(
        database.Larger(database.YearOfDayAfter("coalesce(l, s)", 5), $"{database.YearOf("l")} + 8"),
        $"(l < {database.Moment("2019-01-01")} OR (l IS NULL AND s < {database.Moment("2021-07-01")}))");

    // Eight years and no month: the year after the seventh is the year in which they go.
    public string AddressByYear =>
        $"""SELECT count(*) FROM (SELECT {database.Larger($"{database.YearOf("\"Date\"")} + 8", $"{FirstYear}")} AS y FROM "Invoices" WHERE "Date" < {database.Moment("2019-01-01")}) AS d GROUP BY y ORDER BY y""";

    private string SignedUpBefore(string day) => $"""c."SignedUp" < {database.Moment(day)}""";

    private string BoughtSince(string day) => $"""EXISTS (SELECT 1 FROM "Invoices" i WHERE i."CustomerId" = c."Id" AND i."Date" >= {database.Moment(day)})""";

    private string Needed(string day) => $"({BoughtSince(day)} OR (NOT {Bought} AND NOT {SignedUpBefore(day)}))";

    private static string Customers(string where) => $"""SELECT count(*) FROM "Customers" c WHERE {where}""";

    private string ByYear(string year, string where) =>
        $"SELECT count(*) FROM (SELECT {database.Larger(year, $"{FirstYear}")} AS y FROM {Times} WHERE {where}) AS d GROUP BY y ORDER BY y";
}
