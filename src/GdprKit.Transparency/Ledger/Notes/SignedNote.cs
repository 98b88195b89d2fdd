using System.Buffers;
using System.Text;

namespace GdprKit.Transparency;

/// <summary>A text with signatures under it (C2SP, signed-note).</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
public sealed record SignedNote
{
    private const string Separator = "\n\n";

    // Nobody signs more, and who is handed one should not work for long before he knows that it is none.
    private const int MostLetters = 1_000_000;

    private const int MostSignatures = 100;

    private SignedNote(string text, ValueList<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>What was signed: lines, each ended by a line feed.</summary>
    public string Text { get; }

    /// <summary>The signatures in their order, one or more, those of unknown keys too; none of them was verified by being here.</summary>
    public ValueList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">Lines, each ended by a line feed, without any other control character.</param>
    /// <param name="signers">Who signs, one or more.</param>
    /// <exception cref="ArgumentException">Nobody signs.</exception>
    /// <exception cref="TransparencyException">GDPR1403: the text cannot be signed.</exception>
    public static SignedNote Sign(string text, params IEnumerable<NoteSigner> signers)
    {
        ArgumentNullException.ThrowIfNull(signers);
        var signatures = signers.Select(signer => signer.Sign(text)).ToValueList();
        return signatures.IsEmpty ? throw new ArgumentException("Nobody signs the note. Pass a signer.", nameof(signers)) : new SignedNote(text, signatures);
    }

    /// <summary>Reads a note without trusting anything of it.</summary>
    /// <param name="note">The note as it was received; at most 1,000,000 letters and 100 signatures.</param>
    /// <exception cref="TransparencyException">GDPR1402: it is none.</exception>
    public static SignedNote Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (note.Length <= MostLetters && note.LastIndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end && note.EndsWith('\n'))
        {
            var text = note[..(end + 1)];
            var signatures = note[(end + Separator.Length)..].Split('\n')[..^1].Select(NoteSignature.Read).ToList();
            if (IsText(text) && signatures.Count is > 0 and <= MostSignatures && signatures.TrueForAll(signature => signature is not null))
            {
                return new SignedNote(text, signatures.OfType<NoteSignature>().ToValueList());
            }
        }

        throw TransparencyRefusals.NoteMalformed();
    }

    /// <summary>Reads a note that somebody who is trusted has signed. Signatures of other keys are passed over.</summary>
    /// <param name="note">The note as it was received.</param>
    /// <param name="trusted">The keys of those who are trusted.</param>
    /// <exception cref="TransparencyException">GDPR1402: it is none. GDPR1404: a signature of a trusted key does not fit the text. GDPR1405: there is no signature of a trusted key.</exception>
    public static SignedNote Open(string note, params IEnumerable<NoteVerifier> trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        var read = Parse(note);
        return read.VerifiedBy(trusted).IsEmpty ? throw TransparencyRefusals.Unsigned() : read;
    }

    /// <summary>Whose signatures stand under the note and fit its text.</summary>
    /// <param name="trusted">The keys of those who are trusted.</param>
    /// <returns>The keys, in their order; none when nobody of them signed.</returns>
    /// <exception cref="TransparencyException">GDPR1404: a signature of one of the keys does not fit the text.</exception>
    public ValueList<NoteVerifier> VerifiedBy(params IEnumerable<NoteVerifier> trusted)
    {
        ArgumentNullException.ThrowIfNull(trusted);
        return trusted.Distinct().Where(key => Signatures.Where(key.IsMeantBy).ToList() is { Count: > 0 } theirs
            && (theirs.TrueForAll(signature => key.Verifies(Text, signature)) ? true : throw TransparencyRefusals.Forged(key.Name))).ToValueList();
    }

    /// <summary>The note as it is sent: the text, an empty line, and a line for each signature.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            note.Append(signature).Append('\n');
        }

        return note.ToString();
    }

    internal static void RequireText(string text)
    {
        if (!IsText(text) || text.Length > MostLetters)
        {
            throw TransparencyRefusals.TextUnsignable();
        }
    }

    private static bool IsText(string text) => text.EndsWith('\n') && text.All(letter => letter is '\n' or >= ' ') && IsWellFormed(text);

    // Half of a pair has no bytes of its own, so that two texts would have one signature.
    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var letters) is not OperationStatus.Done)
            {
                return false;
            }

            text = text[letters..];
        }

        return true;
    }
}
