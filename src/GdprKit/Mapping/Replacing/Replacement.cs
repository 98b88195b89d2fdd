using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// What takes the place of a value that must go from a field that cannot be empty, or must not be recognisable. It never comes from the value or from
/// the key of the row, so that nobody can find back what was there (Art. 5(1)(e), recital 26).
/// </summary>
/// <remarks>
/// It makes one field say nothing about anybody. Whether a row is anonymous depends on everything else in it. Immutable. Safe for use by several
/// threads.
/// </remarks>
public abstract record Replacement
{
    private Replacement()
    {
    }

    /// <summary>Whether a value has taken its place already, so that it is not replaced again. A value that is missing is none.</summary>
    /// <param name="value">The value as the application sees it.</param>
    public abstract bool Is(object? value);

    /// <summary>Makes a value for one row, for a store that changes one row after another; one that differs per row is random.</summary>
    public abstract object Make();

    /// <summary>Says why a property cannot take such a value, as far as its description tells.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The end of a sentence that begins with the name of the property; <see langword="null"/> when it can.</returns>
    public string? WhyNotFor(PropertyDescription property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return property.IsCollection ? "is in a collection"
            : property.IsForeignKey ? "refers to another row"
            : property.IsBookkeeping ? "is written by the store only"
            : WhyNotOf(property);
    }

    private protected abstract string? WhyNotOf(PropertyDescription property);

    private protected static Type TypeOf(PropertyDescription property) => Nullable.GetUnderlyingType(property.Type) ?? property.Type;

    private protected static string? WhyTooLong(PropertyDescription property, int length) => property.MaxLength is { } most && length > most
        ? string.Create(CultureInfo.InvariantCulture, $"holds {most} at the most, and what would take its place is {length} long")
        : null;

    /// <summary>The same value in every row.</summary>
    public sealed record Constant : Replacement
    {
        /// <summary>A value that is the same in every row.</summary>
        /// <param name="value">The value, of the type of the property. It is told in plans and documents.</param>
        public Constant(object value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Value = value;
        }

        /// <summary>The value.</summary>
        public object Value { get; }

        /// <inheritdoc/>
        public override bool Is(object? value) => StructuralComparisons.StructuralEqualityComparer.Equals(value, Value);

        /// <inheritdoc/>
        public override object Make() => Value;

        /// <inheritdoc/>
        public bool Equals(Constant? other) => other is not null && Is(other.Value);

        /// <inheritdoc/>
        public override int GetHashCode() => StructuralComparisons.StructuralEqualityComparer.GetHashCode(Value);

        /// <summary>The value.</summary>
        public override string ToString() => Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "";

        private protected override string? WhyNotOf(PropertyDescription property) =>
            !TypeOf(property).IsInstanceOfType(Value) ? $"is a {TypeOf(property).Name}, and what would take its place is a {Value.GetType().Name}"
            : property.IsUnique ? "must differ from row to row, and what would take its place is the same in every row"
            : WhyTooLong(property, Value switch { string text => text.Length, Array items => items.Length, _ => 0 });
    }

    /// <summary>
    /// A text with a beginning by which people recognise it, random digits that the store makes, and an end: another one in every row.
    /// </summary>
    public sealed record PerRow : Replacement
    {
        /// <summary>The fewest digits: with them, two of 100,000 rows are given the same text once in 50,000 times.</summary>
        public const int FewestDigits = 12;

        /// <summary>The most digits.</summary>
        public const int MostDigits = 32;

        /// <summary>A text that differs from row to row.</summary>
        /// <param name="prefix">How it begins; letters, digits and signs of ASCII, one or more.</param>
        /// <param name="suffix">How it ends; likewise. The default is nothing.</param>
        /// <param name="digits">How many random hexadecimal digits stand between, 12 to 32. The default is 16.</param>
        /// <exception cref="ArgumentException">GDPR1094: the beginning is empty, a character is none of those, or the digits are too few or too many.</exception>
        public PerRow(string prefix, string suffix = "", int digits = 16)
        {
            ArgumentNullException.ThrowIfNull(prefix);
            ArgumentNullException.ThrowIfNull(suffix);
            if (!IsPossible(prefix, suffix) || digits is < FewestDigits or > MostDigits)
            {
                throw new ArgumentException(
                    $"{MappingMessages.ReplacementMalformed}: a text that differs from row to row begins and ends with visible characters of ASCII, begins with at least one, and has {FewestDigits} to {MostDigits} random digits. "
                    + "Begin it with a word by which people recognise it: 'anon-'.");
            }

            (Prefix, Suffix, Digits) = (prefix, suffix, digits);
        }

        /// <summary>How it begins.</summary>
        public string Prefix { get; }

        /// <summary>How it ends.</summary>
        public string Suffix { get; }

        /// <summary>How many random hexadecimal digits stand between, in lower case.</summary>
        public int Digits { get; }

        /// <summary>How long it is, in characters.</summary>
        public int Length => Prefix.Length + Digits + Suffix.Length;

        /// <summary>Whether a text has its length, its beginning and its end.</summary>
        /// <param name="value">The text.</param>
        public override bool Is(object? value) =>
            value is string text && text.Length == Length && text.StartsWith(Prefix, StringComparison.Ordinal) && text.EndsWith(Suffix, StringComparison.Ordinal);

        /// <inheritdoc/>
        public override object Make() => Prefix + RandomNumberGenerator.GetHexString(Digits, lowercase: true) + Suffix;

        /// <summary>The beginning and the end.</summary>
        public override string ToString() => $"{Prefix}…{Suffix}";

        internal static bool IsPossible(string prefix, string suffix) => prefix.Length > 0 && (prefix + suffix).All(letter => letter is > ' ' and < '\x7f');

        private protected override string? WhyNotOf(PropertyDescription property) =>
            TypeOf(property) != typeof(string) ? $"is a {TypeOf(property).Name} and no text, so that nobody would recognise what takes its place"
            : WhyTooLong(property, Length);
    }
}
