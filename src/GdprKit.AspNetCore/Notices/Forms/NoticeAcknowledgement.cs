using GdprKit.Ledger;

namespace GdprKit;

/// <summary>
/// That somebody ticked the box beside a privacy notice: exactly which text, in which language, and beside which words. It is no consent, and
/// nothing depends on it.
/// </summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Notice">The notice that was offered, in the language it was offered in.</param>
/// <param name="Label">The exact words beside the box, in the language of the notice.</param>
/// <param name="Id">An id that was made with the form: who records it as the id of an entry records once what is sent twice.</param>
public sealed record NoticeAcknowledgement(OfferedNotice Notice, string Label, EntryId Id)
{
    /// <summary>The digest of the text; who did what is withheld.</summary>
    public override string ToString() => Notice.ToString();
}
