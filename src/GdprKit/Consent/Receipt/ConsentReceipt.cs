using GdprKit.Consent;
using GdprKit.Documents;

namespace GdprKit;

/// <summary>
/// What the person gets who agreed: what they agreed to, in which words, when, how it stands, and how to take it back; with the fields of
/// ISO/IEC TS 27560. Made by <see cref="Consents.FindReceiptAsync"/>.
/// </summary>
/// <remarks>
/// It says what the register said when the person agreed. It names nobody but the controller and its recipients: the person is a ref of the
/// ledger. Immutable. Safe for use by several threads.
/// </remarks>
public sealed class ConsentReceipt
{
    private readonly ReceiptSource _source;

    internal ConsentReceipt(ReceiptSource source) => (_source, Document) = (source, ReceiptDocument.Write(source));

    /// <summary>What was agreed to.</summary>
    public ConsentTopic Topic => _source.Topic;

    /// <summary>How it stands.</summary>
    public ConsentRecord Record => _source.Record;

    /// <summary>The receipt as a text for people, apart from the form it takes.</summary>
    public Document Document { get; }

    /// <inheritdoc cref="Document.ToHtml"/>
    public string ToHtml() => Document.ToHtml();

    /// <summary>
    /// The receipt for machines: JSON-LD in the terms of the W3C Data Privacy Vocabulary, with every field that its guide for ISO/IEC TS 27560
    /// requires of a record; processors only where there are any. Serve it as <c>application/ld+json</c>.
    /// </summary>
    public string ToJsonLd() => ReceiptJsonLd.Write(_source);
}
