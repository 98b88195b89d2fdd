using System.Diagnostics.CodeAnalysis;
using GdprKit.Register;

namespace GdprKit;

/// <summary>
/// A term of the W3C Data Privacy Vocabulary (DPV) 2.3, which says what a declaration means in words that other organisations
/// and their software know: <c>pd:EmailAddress</c>, <c>dpv:Marketing</c>, <c>eu-gdpr:A6-1-f</c>.
/// </summary>
/// <remarks>
/// <para>
/// There is one object for each term, so a term equals only itself. Known are the modules of DPV about personal data, purposes,
/// processing, legal bases, consent, notices, rights, entities and context, its extensions <c>pd</c> and <c>justifications</c>,
/// and those of <c>eu-gdpr</c> about legal bases, rights, principles and breaches. The vocabulary is read at first use.
/// </para>
/// <para>Safe for use by several threads. Source: https://w3id.org/dpv, under the W3C Software and Document License.</para>
/// </remarks>
public sealed class DpvTerm : IParsable<DpvTerm>
{
    private readonly DpvVocabulary _vocabulary;
    private readonly string _prefixed;
    private readonly string[] _types;
    private readonly string[] _broader;

    internal DpvTerm(DpvVocabulary vocabulary, string prefixed, string @namespace, string label, string[] types, string[] broader)
    {
        _vocabulary = vocabulary;
        _prefixed = prefixed;
        _types = types;
        _broader = broader;
        (Prefix, Name) = DpvVocabulary.Split(prefixed);
        Iri = @namespace + Name;
        Label = label;
    }

    /// <summary>The part of the vocabulary, as DPV abbreviates it: <c>dpv</c>, <c>pd</c>, <c>eu-gdpr</c> or <c>justifications</c>.</summary>
    public string Prefix { get; }

    /// <summary>The name within that part, for example <c>EmailAddress</c>.</summary>
    public string Name { get; }

    /// <summary>The full identifier, for example <c>https://w3id.org/dpv/pd#EmailAddress</c>.</summary>
    public string Iri { get; }

    /// <summary>The English label that DPV gives, for example <c>Email Address</c>.</summary>
    public string Label { get; }

    /// <summary>Whether it is a category of personal data.</summary>
    public bool IsPersonalData => IsOfKind("dpv:PersonalData");

    /// <summary>Whether it is a purpose.</summary>
    public bool IsPurpose => IsOfKind("dpv:Purpose");

    /// <summary>Whether it is a legal basis. DPV counts the exceptions of Art. 9(2) GDPR (<c>eu-gdpr:A9-2-a</c>) among them.</summary>
    public bool IsLegalBasis => IsOfKind("dpv:LegalBasis");

    /// <summary>What it is, in the words of an error message; <see langword="null"/> for what no declaration of a register can be.</summary>
    internal string? KindInWords =>
        IsPersonalData ? "a category of personal data"
        : IsPurpose ? "a purpose"
        : IsLegalBasis ? "a legal basis"
        : null;

    /// <summary>The terms directly above it.</summary>
    internal IEnumerable<DpvTerm> Parents => Types.Concat(Broader);

    private IEnumerable<DpvTerm> Types => _types.Select(_vocabulary.Get);

    private IEnumerable<DpvTerm> Broader => _broader.Select(_vocabulary.Get);

    /// <summary>Reads a term.</summary>
    /// <param name="s">Prefix and name (<c>pd:EmailAddress</c>) or the full IRI; upper and lower case differ.</param>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">GDPR1060: there is no such term; the message names the nearest ones.</exception>
    public static DpvTerm Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var term, out var fault)
            ? term
            : throw new FormatException($"{VocabularyMessages.UnknownTerm}: {fault} Write prefix and name, as in 'pd:EmailAddress', or the full IRI; https://w3id.org/dpv lists the terms.");
    }

    /// <summary>Reads a term, and says whether there is one.</summary>
    /// <param name="s">Prefix and name (<c>pd:EmailAddress</c>) or the full IRI; upper and lower case differ.</param>
    /// <param name="result">The term, or <see langword="null"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out DpvTerm? result)
    {
        result = DpvVocabulary.Current.Find(s);
        return result is not null;
    }

    /// <summary>Reads a term, and says what is wrong when there is none.</summary>
    /// <param name="s">Prefix and name (<c>pd:EmailAddress</c>) or the full IRI; upper and lower case differ.</param>
    /// <param name="result">The term, or <see langword="null"/>.</param>
    /// <param name="fault">What is wrong, and which terms are near if any, without an id; or <see langword="null"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out DpvTerm? result, [NotNullWhen(false)] out string? fault)
    {
        fault = TryParse(s, out result) ? null : DpvVocabulary.Current.Explain(s);
        return fault is null;
    }

    static DpvTerm IParsable<DpvTerm>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DpvTerm>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out DpvTerm result) =>
        TryParse(s, out result);

    /// <summary>
    /// Whether this term is that one or something narrower, by everything DPV says: <c>pd:EmailAddress</c> is a
    /// <c>pd:Contact</c>, and so a <c>dpv:PersonalData</c>.
    /// </summary>
    /// <param name="other">The broader term.</param>
    public bool IsA(DpvTerm other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this == other || Parents.Any(parent => parent.IsA(other));
    }

    /// <summary>Prefix and name, for example <c>pd:EmailAddress</c>.</summary>
    public override string ToString() => _prefixed;

    // The type that DPV states decides; only a term without one is what its broader terms are. dpv:RightsFulfilment is a
    // purpose, although dpv:LegalObligation stands above it.
    private bool IsOfKind(string kind) =>
        _prefixed == kind
        || (_types.Length > 0
            ? Types.Any(type => type.IsA(_vocabulary.Get(kind)))
            : Broader.Any(broader => broader.IsOfKind(kind)));
}
