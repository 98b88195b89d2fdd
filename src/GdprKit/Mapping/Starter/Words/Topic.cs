namespace GdprKit.Mapping;

/// <summary>What rows of people are about, by the name of their class: orders, payments, shifts.</summary>
/// <param name="Category">The key of the category.</param>
/// <param name="Label">What the category is called.</param>
internal sealed record Topic(string Category, LocalizedText Label)
{
    /// <summary>What happens when such a row arises, where periods run from it: "the invoice".</summary>
    public TopicEvent? Happened { get; init; }

    /// <summary>The last time that it happened to a person: "your last purchase".</summary>
    public TopicEvent? Latest { get; init; }

    /// <summary>Of which people such rows are always, where only of some: shifts of employees.</summary>
    public PeopleRole Of { get; init; }

    /// <summary>Whether nothing is known but the name of the class, so that somebody has to say what it is called.</summary>
    public bool IsUnknown { get; init; }
}
