using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Whether dates still sort as they are stored: <c>31-12-1999</c> comes after <c>01-01-2030</c>, and who looked for what is past its
/// period would find what is not. No converter of a host says it of itself, so dates are put to it.
/// </summary>
internal static class StoredOrder
{
    private static readonly int[] Years = [1, 2, 9, 10, 99, 100, 476, 999, 1000, 1582, 1899, 1900, 1969, 1970, 1999, 2000, 2001, 2009, 2010, 2024, 2038, 2099, 2100, 4999, 9998];

    private static readonly AnnualDate[] Days = [new(1, 3), new(1, 9), new(1, 12), new(2, 1), new(9, 30), new(10, 3), new(12, 28)];

    // In order; of every digit the next one is greater while those before it are less. Twice in a day, before noon and after it.
    private static readonly LocalDateTime[] Clocks =
    [
        .. Years.SelectMany(_ => Days, (year, day) => day.InYear(year)).SelectMany((day, i) => new[] { day.At(new LocalTime(i % 22, 50)), day.At(new LocalTime((i % 22) + 1, 10)) }),
    ];

    private static readonly Type[] Sortable =
    [
        typeof(byte), typeof(short), typeof(int), typeof(long), typeof(double), typeof(string),
        typeof(DateOnly), typeof(DateTime), typeof(LocalDate), typeof(LocalDateTime), typeof(Instant),
    ];

    /// <summary>Whether a later date is never stored as what the database takes for an earlier one.</summary>
    public static bool IsKeptBy(RelationalTypeMapping mapping, Dialect dialect)
    {
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        stored = Nullable.GetUnderlyingType(stored) ?? stored;
        if (stored == typeof(DateTimeOffset))
        {
            // SQLite keeps its text, in which the hour of the clock comes before the offset.
            return !dialect.IsSqlite;
        }

        return mapping.Converter is not { } converter || (Sortable.Contains(stored) && Forms(mapping.ClrType).All(dates => IsSorted(dates, converter.ConvertToProvider)));
    }

    private static bool IsSorted(IEnumerable<object> dates, Func<object?, object?> convert)
    {
        try
        {
            List<object?> stored = [.. dates.Select(convert)];
            return stored.Zip(stored.Skip(1)).All(pair => pair is ({ } one, { } next) && Compare(one, next) <= 0);
        }
        catch (Exception exception) when (exception is ArgumentException or ArithmeticException or FormatException or InvalidOperationException or InvalidCastException)
        {
            // What takes no date of the year 2 cannot be asked for what lies before any other.
            return false;
        }
    }

    // By their letters: where a collation of the database sees it otherwise, digits sort all the same.
    private static int Compare(object one, object other) => (one, other) is (string text, string with) ? string.CompareOrdinal(text, with) : ((IComparable)one).CompareTo(other);

    /// <summary>Dates in order, in every form that a type has for one: a column may hold them mixed.</summary>
    private static IEnumerable<IEnumerable<object>> Forms(Type type)
    {
        var named = Nullable.GetUnderlyingType(type) ?? type;
        yield return Clocks.Select(clock => Moment.In(clock, named));
        if (named == typeof(DateTime))
        {
            // Days apart: a host may well take what has no kind for the time of the machine.
            yield return Clocks.Where((_, i) => i % 2 == 0).Select((clock, i) => (object)DateTime.SpecifyKind(clock.ToDateTimeUnspecified(), (DateTimeKind)(i % 3)));
        }

        if (named == typeof(DateTimeOffset) || named == typeof(OffsetDateTime))
        {
            var moments = Clocks.Select((clock, i) => clock.InUtc().ToOffsetDateTime().WithOffset(Offset.FromHours(i % 2 == 0 ? 12 : -12)));
            yield return moments.Select(moment => named == typeof(DateTimeOffset) ? (object)moment.ToDateTimeOffset() : moment);
        }
    }
}
