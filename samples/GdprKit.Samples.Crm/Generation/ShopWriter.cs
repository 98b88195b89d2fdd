using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace GdprKit.Samples.Crm.Generation;

/// <summary>Writes a generated shop into a database of Chinook: one transaction, one prepared statement per table, indexes at the end.</summary>
[SuppressMessage("Security", "CA2100:Review SQL queries for security vulnerabilities", Justification = "Constants of this class.")]
internal sealed class ShopWriter : IDisposable
{
    private const string Fast = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000;";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly InsertStatement _customer;
    private readonly InsertStatement _invoice;
    private readonly InsertStatement _line;
    private readonly long[] _helpers;
    private readonly (long Id, long Cents)[] _tracks;
    private readonly string[] _indexes;
    private readonly Action<long> _written;
    private readonly long _firstCustomer;
    private long _nextInvoice;
    private long _nextLine;
    private string _today = "";
    private long _rows;

    /// <summary>Opens the database and takes its indexes away, until <see cref="Finish"/>.</summary>
    /// <param name="connectionString">A database that nobody else uses. It is lost when this does not come to its end.</param>
    /// <param name="written">Is told now and then how many rows there are.</param>
    public ShopWriter(string connectionString, Action<long> written)
    {
        _written = written;
        _connection = new SqliteConnection($"{connectionString};Pooling=False");
        _connection.Open();
        Execute(Fast);
        _helpers = [.. Read("SELECT EmployeeId FROM Employee WHERE Title = 'Sales Support Agent'", row => row.GetInt64(0))];
        _tracks = [.. Read("SELECT TrackId, CAST(round(UnitPrice * 100) AS INTEGER) FROM Track", row => (row.GetInt64(0), row.GetInt64(1)))];
        _firstCustomer = Next("SELECT max(CustomerId) FROM Customer");
        _nextInvoice = Next("SELECT max(InvoiceId) FROM Invoice");
        _nextLine = Next("SELECT max(InvoiceLineId) FROM InvoiceLine");
        _indexes = [.. Read("SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('Customer', 'Invoice', 'InvoiceLine') AND sql IS NOT NULL", row => row.GetString(0))];
        foreach (var name in Read("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name IN ('Customer', 'Invoice', 'InvoiceLine') AND sql IS NOT NULL", row => row.GetString(0)))
        {
            Execute($"DROP INDEX \"{name}\"");
        }

        LastSale = LocalDate.FromDateTime(Read("SELECT max(InvoiceDate) FROM Invoice", row => row.GetDateTime(0)).Single());
        _transaction = _connection.BeginTransaction();
        _customer = new InsertStatement(_connection, "Customer", "CustomerId", "FirstName", "LastName", "Company", "Address", "City", "Country", "PostalCode", "Phone", "Fax", "Email", "SupportRepId", "SignedUpOn");
        _invoice = new InsertStatement(_connection, "Invoice", "InvoiceId", "CustomerId", "InvoiceDate", "BillingAddress", "BillingCity", "BillingCountry", "BillingPostalCode", "Total");
        _line = new InsertStatement(_connection, "InvoiceLine", "InvoiceLineId", "InvoiceId", "TrackId", "UnitPrice", "Quantity");
    }

    /// <summary>The last day on which Chinook sold anything.</summary>
    public LocalDate LastSale { get; }

    public void Open(LocalDate day) => _today = string.Create(CultureInfo.InvariantCulture, $"{day:uuuu'-'MM'-'dd} 00:00:00");

    public void AddCustomer(long number, InventedCustomer customer, bool isDated, int helper)
    {
        _customer.Insert(
            _firstCustomer + number, customer.FirstName, customer.LastName, customer.Company, customer.Street, customer.City, customer.Country,
            customer.PostalCode, customer.Phone, customer.Fax, customer.Email, helper == 0 ? (long?)null : _helpers[helper % _helpers.Length], isDated ? _today : null);
        Count();
    }

    public void AddInvoice(long number, InventedCustomer customer, int lines, ref SeededRandom random)
    {
        var cents = 0L;
        for (var line = 0; line < lines; line++)
        {
            var track = random.OneOf<(long Id, long Cents)>(_tracks);
            cents += track.Cents;
            _line.Insert(_nextLine++, _nextInvoice, track.Id, track.Cents / 100.0, 1L);
            Count();
        }

        _invoice.Insert(_nextInvoice++, _firstCustomer + number, _today, customer.Street, customer.City, customer.Country, customer.PostalCode, cents / 100.0);
        Count();
    }

    /// <summary>Keeps what was written, and makes the indexes again.</summary>
    public void Finish()
    {
        _transaction.Commit();
        foreach (var index in _indexes)
        {
            Execute(index);
        }

        Execute("ANALYZE");
        _written(_rows);
    }

    public void Dispose()
    {
        _customer.Dispose();
        _invoice.Dispose();
        _line.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Count()
    {
        if (++_rows % 20_000 == 0)
        {
            _written(_rows);
        }
    }

    private long Next(string statement) => Read(statement, row => row.GetInt64(0)).Single() + 1;

    private void Execute(string statement)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private List<T> Read<T>(string statement, Func<SqliteDataReader, T> read)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = statement;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
