using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>What SQLite holds is read as its driver reads it, and what its driver cannot read is no value.</summary>
public sealed class StoredTextTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public StoredTextTests() => _connection.Open();

    public static TheoryData<string> Written =>
    [
        "'2015-03-01'", "'2015-03-01 23:59:59.1234567'", "'2015-03-01T12:30:00'", "'2015-03-01 12:30:00+02:00'", "'2015-03-01 12:30:00Z'", "'0001-01-01'", "'9999-12-31 23:59:59.9999999'",
        "'03/01/2015'", "'1 March 2015'", "'31-12-1999'", "'2015-13-45'", "'Kanarie belde'", "''", "' '", "'12:30'", "'1.02:03:04'", "'12,5'", "'1e3'", "'NaN'",
        "2457082.5", "2457082.75", "2457083", "0", "-1", "5373484.4", "5373484.5", "1721425.5", "12.5", "1e300", "-1e300",
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void A_time_is_read_as_by_the_driver(string written) => Check(written, new DateTime(2015, 3, 1, 0, 0, 0, DateTimeKind.Unspecified));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_day_is_read_as_by_the_driver(string written) => Check(written, new DateOnly(2015, 3, 1));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_moment_is_read_as_by_the_driver(string written) => Check(written, new DateTimeOffset(2015, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_time_of_the_day_is_read_as_by_the_driver(string written) => Check(written, new TimeOnly(12, 30));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_duration_is_read_as_by_the_driver(string written) => Check(written, TimeSpan.FromHours(1));

    [Theory]
    [MemberData(nameof(Written))]
    public void A_number_is_read_as_by_the_driver(string written) => Check(written, 12.5m);

    [Theory]
    [InlineData(typeof(JsonException))]
    [InlineData(typeof(IndexOutOfRangeException))]
    [InlineData(typeof(KeyNotFoundException))]
    [InlineData(typeof(CryptographicException))]
    [InlineData(typeof(FormatException))]
    public void A_text_that_a_converter_of_the_host_cannot_read_is_no_value_whatever_it_throws(Type fault)
    {
        var text = Text<DateOnly?>(day => day.HasConversion(day => day!.Value.ToString("O", CultureInfo.InvariantCulture), text => Read(text, fault)));

        text.Parse("2015-03-01").Should().Be(new DateOnly(2015, 3, 1));
        text.Parse("Kanarie belde").Should().BeNull();
    }

    public void Dispose() => _connection.Dispose();

    private void Check<T>(string written, T _)
        where T : struct
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A value of this test.
        command.CommandText = $"SELECT {written}, CAST({written} AS TEXT)";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        reader.Read();
        object? expected;
        try
        {
            expected = reader.GetFieldValue<T>(0);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            expected = null;
        }

        var parsed = Text<T>().Parse(reader.GetString(1));

        parsed.Should().Be(expected);
        if (expected is DateTime time)
        {
            ((DateTime)parsed!).Kind.Should().Be(time.Kind);
        }
    }

    private static DateOnly Read(string text, Type fault) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : throw (Exception)Activator.CreateInstance(fault)!;

    private StoredText Text<T>(Action<PropertyBuilder<T?>>? configure = null)
    {
        using var context = new ColumnContext<T>(
            new DbContextOptionsBuilder<ColumnContext<T>>().EnableServiceProviderCaching(false).UseSqlite(_connection).Options, configure ?? (_ => { }));
        return StoredText.Of(context.Model.FindEntityType(typeof(Dated<T>))!.FindProperty("At")!.GetRelationalTypeMapping(), Dialect.Of(context))!;
    }
}
