using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Consent;

/// <summary>Everything that a receipt is written from.</summary>
internal sealed record ReceiptSource
{
    public required ConsentTopic Topic { get; init; }

    public required ConsentRecord Record { get; init; }

    public required SubjectRef Subject { get; init; }

    /// <summary>The entry by which the person last agreed.</summary>
    public required EntryId Id { get; init; }

    /// <summary>What was agreed to, as the register said it then.</summary>
    public required ProcessingRegister Agreed { get; init; }

    /// <summary>The register of today, for where people turn to now.</summary>
    public required ProcessingRegister Today { get; init; }

    /// <summary>The exact words, or <see langword="null"/> when they are not known.</summary>
    public string? Wording { get; init; }

    public required ValueList<LedgerEntry> History { get; init; }

    public required Instant Now { get; init; }

    public required Language Language { get; init; }

    public ProcessingActivity Activity => Agreed.Activities[Topic.Activity];

    /// <summary>The states in their order; expiry too, which is never written.</summary>
    public IEnumerable<ReceiptEvent> Events
    {
        get
        {
            var events = History.Select(ReceiptEvent.Of).OfType<ReceiptEvent>();
            return Record.StatusAt(Now) is ConsentStatus.Expired
                ? events.Append(new ReceiptEvent(ConsentStatus.Expired, Record.Until!.Value, ConsentActor.Unspecified, ConsentMedium.Unspecified))
                : events;
        }
    }

    /// <summary>Where consent is taken back: the page for rights, else the first way to reach the controller.</summary>
    public Uri Control
    {
        get
        {
            var controller = Today.Controller;
            return controller.Rights.Page is { } page
                    ? page.IsAbsoluteUri || controller.Contact.Website is not { } site ? page : new Uri(site, page)
                : (controller.Rights.Email ?? controller.Contact.Email) is { } email ? new Uri($"mailto:{email}")
                : (controller.Rights.Phone ?? controller.Contact.Phone) is { } phone ? new Uri($"tel:{phone.Replace(" ", "", StringComparison.Ordinal)}")
                : controller.Contact.Website ?? new Uri("/", UriKind.Relative);
        }
    }
}
