using GdprKit.Ledger;

namespace GdprKit;

/// <summary>A question of a form, ready to be shown: an empty box, the words beside it, and a sealed field that says what was asked.</summary>
/// <remarks>Made by <see cref="ConsentForms.AskAsync"/>. Immutable. Safe for use by several threads.</remarks>
/// <param name="Topic">What is asked.</param>
/// <param name="Wording">The exact words beside the box.</param>
/// <param name="Id">The value that the box sends when it is ticked, and the id of the entry that is made of it.</param>
/// <param name="Sealed">The value of the hidden field. Only this application reads it, and nobody changes it unnoticed.</param>
public sealed record ConsentQuestion(ConsentTopic Topic, ConsentWording Wording, EntryId Id, string Sealed)
{
    /// <summary>What is asked; the sealed field is withheld.</summary>
    public override string ToString() => Topic.ToString();
}
