using System.Diagnostics.CodeAnalysis;
using GdprKit.Retention;

namespace GdprKit;

/// <summary>Who does something in the name of the controller, as placing a hold or approving that data go: a reference that leads only the controller to somebody, such as <c>staff-7</c> or <c>legal-department</c>.</summary>
/// <remarks>
/// It stands in the facts of the ledger, in its mirror and in exports, so it names nobody: no name, no e-mail address. Written as a key: a lower-case
/// letter, then lower-case letters, digits and single hyphens; at most 64 characters. Compared ordinally. Safe for use by several threads.
/// </remarks>
public sealed record Operator : IParsable<Operator>
{
    private Operator(Key<Operator> key) => Key = key;

    /// <summary>The reference.</summary>
    public Key<Operator> Key { get; }

    /// <summary>Reads a reference.</summary>
    /// <param name="s">The reference, for example <c>staff-7</c>.</param>
    /// <exception cref="FormatException">GDPR1602: there is none. GDPR1603: it is an e-mail address. GDPR1604: it is no reference.</exception>
    public static Operator Parse(string s) => TryParse(s, out var author) ? author : throw OperatorRefusals.Of(s);

    /// <summary>Reads a reference, and says whether it was one.</summary>
    /// <param name="s">The reference.</param>
    /// <param name="result">The author, or <see langword="null"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Operator? result)
    {
        result = Key<Operator>.TryParse(s, out var key) ? new Operator(key) : null;
        return result is not null;
    }

    static Operator IParsable<Operator>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Operator>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Operator result) => TryParse(s, out result);

    /// <summary>The reference.</summary>
    public override string ToString() => Key.ToString();
}
