using GdprKit.Ledger;

namespace GdprKit;

/// <summary>The box "I have read the privacy notice" of a form, ready to be shown: empty, with its words, and a sealed field that says which notice it is about.</summary>
/// <remarks>Made by <see cref="NoticeForms.OfferAsync"/>. Immutable. Safe for use by several threads.</remarks>
/// <param name="Notice">The notice that is offered.</param>
/// <param name="Label">The words beside the box, in the language of the notice.</param>
/// <param name="Id">The value that the box sends when it is ticked.</param>
/// <param name="Sealed">The value of the hidden field. Only this application reads it, and nobody changes it unnoticed.</param>
public sealed record NoticeBox(OfferedNotice Notice, string Label, EntryId Id, string Sealed)
{
    /// <summary>The digest of the text; the sealed field is withheld.</summary>
    public override string ToString() => Notice.ToString();
}
