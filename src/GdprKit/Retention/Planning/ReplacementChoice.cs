using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Chooses what takes the place of the value of a field: what the map says, or what its type has that says nothing.</summary>
internal static class ReplacementChoice
{
    private const string Prefix = "anon-";

    // No host of this ending can ever be reached (RFC 2606).
    private const string NoHost = "@example.invalid";

    private const int Digits = 16;

    private static readonly LocalDate Day = new(1900, 1, 1);

    private static readonly Dictionary<Type, object> Neutral = new object[]
    {
        "-", '-', false, (byte)0, (sbyte)0, (short)0, (ushort)0, 0, 0u, 0L, 0uL, 0f, 0d, 0m, Guid.Empty, Array.Empty<byte>(), TimeOnly.MinValue, TimeSpan.Zero, LocalTime.Midnight, Duration.Zero,
        Day.ToDateOnly(), new DateTimeOffset(Day.ToDateTimeUnspecified(), TimeSpan.Zero), Day, Day.AtMidnight(), Day.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        Day.AtMidnight().WithOffset(Offset.Zero),
    }.ToDictionary(value => value.GetType());

    /// <summary>What takes its place; <see langword="null"/> when nothing that is known can.</summary>
    public static Replacement? Of(StoreEntity entity, StoreField field) =>
        field.ReplacedBy ?? Candidates(entity, field.Property).FirstOrDefault(candidate => candidate.WhyNotFor(field.Property) is null);

    /// <summary>Why nothing can take its place, as the end of a sentence that begins with its name.</summary>
    public static string WhyNone(StoreEntity entity, StoreField field) =>
        Candidates(entity, field.Property).Select(candidate => candidate.WhyNotFor(field.Property)).LastOrDefault(why => why is not null)
        ?? $"is a {TypeOf(field.Property).Name}, of which nobody knows a value that says nothing";

    private static IEnumerable<Replacement> Candidates(StoreEntity entity, PropertyDescription property)
    {
        var type = TypeOf(property);
        if (type == typeof(string) && entity.Roles.Any(role => role.Role is FieldRole.EmailAddress && role.Property == property.Path))
        {
            yield return PerRow(property, NoHost);
        }

        if (type == typeof(string) && property.IsUnique)
        {
            yield return PerRow(property, "");
        }

        if (NeutralOf(type, property) is { } value)
        {
            yield return new Replacement.Constant(value);
        }
    }

    private static Replacement.PerRow PerRow(PropertyDescription property, string suffix) => new(
        Prefix, suffix, Math.Clamp((property.MaxLength ?? int.MaxValue) - Prefix.Length - suffix.Length, Replacement.PerRow.FewestDigits, Digits));

    private static object? NeutralOf(Type type, PropertyDescription property) =>
        type.IsEnum ? Enum.ToObject(type, 0)
        : type == typeof(DateTime) ? DateTime.SpecifyKind(Day.ToDateTimeUnspecified(), KindOf(property))
        : Neutral.GetValueOrDefault(type);

    // PostgreSQL refuses a moment that is not said to be UTC, and a time on the clock that is.
    private static DateTimeKind KindOf(PropertyDescription property) =>
        property.StoreType is { } stored && (stored.Contains("with time zone", StringComparison.OrdinalIgnoreCase) || stored.Equals("timestamptz", StringComparison.OrdinalIgnoreCase))
            ? DateTimeKind.Utc
            : DateTimeKind.Unspecified;

    private static Type TypeOf(PropertyDescription property) => Nullable.GetUnderlyingType(property.Type) ?? property.Type;
}
