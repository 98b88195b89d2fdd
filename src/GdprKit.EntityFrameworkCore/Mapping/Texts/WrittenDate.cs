using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// How a column of SQLite keeps its dates as texts. SQLite takes any text, number or bytes into any column and compares texts letter
/// by letter, so that <c>2001-13-45</c> would be past its period and <c>05-01-2030</c> come before every year. Where there is such a
/// text, dates are compared by what the application reads of them.
/// </summary>
internal sealed class WrittenDate
{
    // What nobody wrote into any database.
    private static readonly string BoundMark = $"{Guid.NewGuid():N} ";

    private readonly StoredText _text;
    private readonly bool _hasForm;
    private readonly bool _hasTime;

    private WrittenDate(IProperty property, StoredText text, Type stored)
    {
        _text = text;
        _hasForm = stored != typeof(string);
        _hasTime = stored == typeof(DateTime);
        var name = string.Concat($"{property.DeclaringType.Name}_{property.Name}".Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        Collation = $"GDPRKIT_{name}";
    }

    /// <summary>The name of the order of dates in the column. The same on every connection.</summary>
    public string Collation { get; }

    /// <summary>How a column keeps its dates; <see langword="null"/> when it keeps no texts, or in another database.</summary>
    public static WrittenDate? Of(IProperty property, Dialect dialect)
    {
        if (!dialect.IsSqlite || property.FindRelationalTypeMapping() is not { } mapping || StoredText.Of(mapping, dialect) is not { } text)
        {
            return null;
        }

        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        return stored == typeof(string) || stored == typeof(DateTime) || stored == typeof(DateOnly) ? new WrittenDate(property, text, stored) : null;
    }

    /// <summary>Whether a text is a date as the column writes it, which sorts among such texts as its date does.</summary>
    // The driver leaves out what is zero at the end, and other programs that keep to its form do not: either sorts.
    public bool IsAsWritten(string text) => _hasForm
        ? WrittenForm.TryRead(text, _hasTime, out _) && (!_text.IsConverted || _text.Parse(text) is not null)
        : _text.Parse(text) is { } value && _text.TryWrite(value) as string == text;

    /// <summary>The order of texts by what the application reads of them; what it cannot read comes after all dates.</summary>
    public int Compare(string one, string other) => (Read(one), Read(other)) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        ({ } date, { } with) => date.CompareTo(with),
    };

    /// <summary>A bound among such texts. It is told from all of them, so that a converter of the host need not take it for a date.</summary>
    public static string Bound(object date) => BoundMark + LocalDateTimePattern.FullRoundtripWithoutCalendar.Format(Moment.Of(date));

    private LocalDateTime? Read(string text)
    {
        if (text.StartsWith(BoundMark, StringComparison.Ordinal))
        {
            return LocalDateTimePattern.FullRoundtripWithoutCalendar.Parse(text[BoundMark.Length..]).Value;
        }

        if (_hasForm && !_text.IsConverted && WrittenForm.TryRead(text, _hasTime, out var written))
        {
            return written;
        }

        return _text.Parse(text) is { } value ? Moment.Of(value) : null;
    }
}
