using GdprKit.Samples.Crm.Requests;
using NodaTime;

namespace GdprKit.Samples.Crm.Centre;

/// <summary>What somebody asked, as they follow it.</summary>
/// <param name="Request">How far it has come.</param>
/// <param name="Title">What was asked, in a few words.</param>
/// <param name="History">What happened, without who did it.</param>
public sealed record CentreRequest(RightsRequest Request, string Title, IReadOnlyList<RightsRequestEvent> History)
{
    /// <summary>Where it is on the page.</summary>
    public string ElementId => $"request-{Request.Id}";

    /// <summary>The text that says how it stands.</summary>
    public string TextKey => Request.Means is RightsFulfilmentMeans.AtOnce ? "Centre.Request.AtOnce" : $"Centre.Request.{Request.Status}";

    /// <summary>What they are asked; <see langword="null"/> for nothing.</summary>
    public string? Question => Request.Status is RightsRequestStatus.ClarificationAsked ? Said("question") : null;

    /// <summary>What they are told of how it was decided.</summary>
    public string? Answer => Said("done") ?? Said("sentence");

    /// <summary>Whether they can take it back here. An objection that was upheld, and a restriction, are in force: those they end in another way.</summary>
    public bool CanBeTakenBack => Request.IsOpen && !(Request.Kind is RightsRequestKind.Objection or RightsRequestKind.Restriction && Request.Status is RightsRequestStatus.Accepted);

    /// <summary>Whether they can fetch the copy of their data now, without waiting for the mail.</summary>
    public bool CanBeFetched => RequestCopy.IsGranted(Request);

    /// <summary>The copy to which they have a link that still works; <see langword="null"/> without one.</summary>
    /// <param name="now">What time it is.</param>
    public RightsRequestExport? CopyAt(Instant now) => Request is { Means: RightsFulfilmentMeans.Export, Export: { } copy } && now < copy.Until ? copy : null;

    private string? Said(string name) => History.SelectMany(step => step.Texts).LastOrDefault(text => text.Name == name).Text;
}
