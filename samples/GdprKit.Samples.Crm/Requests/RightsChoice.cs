namespace GdprKit.Samples.Crm.Requests;

/// <summary>Something that can be asked by Art. 15 to 21.</summary>
/// <param name="Id">Its word in forms and addresses, such as <c>erasure</c>.</param>
/// <param name="Kind">Which right it is.</param>
/// <param name="Activity">Of an objection: to which activity; <see langword="null"/> for all advertising.</param>
public sealed record RightsChoice(string Id, RightsRequestKind Kind, Key<ProcessingActivity>? Activity = null)
{
    /// <summary>Whether it is an objection to all advertising, which counts at once and is not weighed.</summary>
    public bool IsMarketing => Kind is RightsRequestKind.Objection && Activity is null;

    /// <summary>The key of its name among the texts; of an objection to an activity with a place for its name.</summary>
    public string TextKey => IsMarketing ? "Rights.marketing" : Activity is null ? $"Rights.{Id}" : "Rights.objection";
}
