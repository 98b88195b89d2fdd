using System.Globalization;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>SQLite takes anything into a column of dates: it is found when the application reads a date of it, at that date, and else never.</summary>
public sealed class OddTextTests
{
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd HH:mm:ss.fffffff", "yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fffZ",
        "yyyy-MM-dd HH:mm:ss+02:00", "yyyy-MM-dd HH:mm:ss.fffffff99", "yyyy-MM-dd 24:mm:ss", "dd-MM-yyyy", "MM/dd/yyyy", "d MMM yyyy", "yyyyMMdd", "yyyy-M-d", "yyyy-MM-99", "yyyy-13-dd", "0000-MM-dd",
    ];

    private static readonly Gen<string> Day = Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2030, 1, 1)].Select(day => Quoted(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Time = Gen.Select(Gen.DateTime[new DateTime(2000, 1, 1), new DateTime(2030, 1, 1)], Gen.OneOf(TimeForms[..4]))
        .Select((time, form) => Quoted(time.ToString(form, CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Formed = Gen.Select(Gen.DateTime, Gen.OneOf(TimeForms)).Select((time, form) => time.ToString(form, CultureInfo.InvariantCulture));

    // A date in which a letter was lost, added or changed.
    private static readonly Gen<string> Near = Gen.Select(Formed, Gen.Int[0, 30], Gen.OneOf("", "0", "3", "9", "-", " ", ":", ".", "T", "Z", "x", "é"), Gen.Bool)
        .Select((text, at, letter, isReplaced) => at >= text.Length ? text + letter : text[..at] + letter + text[(isReplaced ? at + 1 : at)..]);

    private static readonly Gen<string> Anything = Gen.OneOf(
        Day,
        Time,
        Formed.Select(Quoted),
        Near.Select(Quoted),
        Near.Select(text => $"X'{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text))}'"),
        Gen.Double[1721000, 5374000].Select(days => days.ToString(CultureInfo.InvariantCulture)),
        Gen.Double[1721000, 5374000].Select(days => Quoted(days.ToString(CultureInfo.InvariantCulture))),
        Gen.Int.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf("NULL", "''", "' '", "1e300", "-1e300", "9e999"));

    [Theory]
    [InlineData("TEXT", true)]
    [InlineData("DATETIME", false)]
    public Task Times_are_found_as_they_are_read(string type, bool hasIndex) => CheckAsync<DateTime?>(type, hasIndex, Time, TimeMeaning.ControllerLocal);

    [Theory]
    [InlineData("TEXT", false)]
    [InlineData("DATE", true)]
    public Task Days_are_found_as_they_are_read(string type, bool hasIndex) => CheckAsync<DateOnly?>(type, hasIndex, Day, TimeMeaning.Unspecified);

    [Fact]
    public void What_is_as_it_was_written_is_read_and_sorts()
    {
        var (times, days) = (Written<DateTime?>(), Written<DateOnly?>());
        Gen.Select(Gen.OneOf(Time.Select(Unquoted), Formed, Near), Gen.OneOf(Time.Select(Unquoted), Formed, Near)).Sample((one, other) =>
        {
            foreach (var (written, text) in new[] { times, days }.Where(each => each.Written.IsAsWritten(one)))
            {
                text.Parse(one).Should().NotBeNull(one);
                if (written.IsAsWritten(other) && string.CompareOrdinal(one, other) < 0)
                {
                    Moment.Of(text.Parse(one)!).Should().BeLessThanOrEqualTo(Moment.Of(text.Parse(other)!), $"'{one}' comes before '{other}'");
                    written.Compare(one, other).Should().BeLessThanOrEqualTo(0);
                }
            }
        }, iter: 20_000);
    }

    [Fact]
    public void A_connection_that_learns_no_order_is_told()
    {
        using var context = new ColumnContext<DateTime?>(new DbContextOptionsBuilder<ColumnContext<DateTime?>>().EnableServiceProviderCaching(false).UseNpgsql("Host=nowhere").Options, _ => { });

        var teaching = () => SqliteConnections.Teach(context, Written<DateTime?>().Written, "Dated.At");

        teaching.Should().Throw<InvalidOperationException>().WithMessage("GDPR3006: Dated.At holds texts that are no dates as the application writes them, and a connection of the class NpgsqlConnection *");
    }

    private static (WrittenDate Written, StoredText Text) Written<T>()
    {
        using var context = new ColumnContext<T>(new DbContextOptionsBuilder<ColumnContext<T>>().EnableServiceProviderCaching(false).UseSqlite().Options, _ => { });
        var property = context.Model.FindEntityType(typeof(Dated<T>))!.FindProperty(nameof(Dated<>.At))!;
        return (WrittenDate.Of(property, Dialect.Of(context))!, StoredText.Of(property.GetRelationalTypeMapping(), Dialect.Of(context))!);
    }

    private static async Task CheckAsync<T>(string type, bool hasIndex, Gen<string> good, TimeMeaning meaning)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A type of this test.
        command.CommandText = $"""CREATE TABLE dated ("Id" INTEGER PRIMARY KEY, "Remark" TEXT NOT NULL, "At" {type})""";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var proof = new ColumnProof<T>(
            options => options.UseSqlite(connection), date => _ = hasIndex ? ((IMutableEntityType)date.Metadata.DeclaringType).AddIndex(date.Metadata) : null, meaning);
        await Gen.OneOf(good.Array[3, 6], Gen.Select(good.Array[0, 3], Anything.Array[1, 4]).Select((some, others) => some.Concat(others).ToArray())).SampleAsync(async written =>
        {
            await proof.ReplaceAsync(written);
            await proof.CheckTextsAsync();
        }, iter: 15, threads: 1, print: written => string.Join(", ", written));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Unquoted(string literal) => literal[1..^1];
}
