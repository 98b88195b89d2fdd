namespace GdprKit.Ledger;

/// <summary>What a sentence about an entry is made of: the language of the reader, and the names that the register gives to what the facts refer to.</summary>
/// <remarks>Made by <see cref="LedgerWording"/>. Immutable. Safe for use by several threads.</remarks>
public sealed class EntryWords
{
    internal EntryWords(ProcessingRegister register, RegisterWording words) => (Register, Words) = (register, words);

    /// <summary>The register of today. What an entry refers to may have left it since.</summary>
    public ProcessingRegister Register { get; }

    /// <summary>Dates, periods and enumerations in the language of the reader.</summary>
    public RegisterWording Words { get; }

    /// <summary>What is said in the language of the reader.</summary>
    /// <param name="nl">In Dutch.</param>
    /// <param name="en">In English.</param>
    public string Choose(string nl, string en) => Words.Text(LocalizedText.Of(nl, en));

    /// <summary>The name of an activity; its key when it has left the register.</summary>
    /// <param name="activity">The activity.</param>
    public string Name(Key<ProcessingActivity> activity) =>
        Register.Activities.TryGet(activity, out var declared) ? Words.Text(declared.Name) : activity.ToString();

    /// <summary>The name of a category; its key when it has left the register.</summary>
    /// <param name="category">The category.</param>
    public string Name(Key<DataCategory> category) =>
        Register.Categories.TryGet(category, out var declared) ? Words.Text(declared.Label) : category.ToString();
}
