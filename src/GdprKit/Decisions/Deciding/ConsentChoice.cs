using GdprKit.Consent;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>Which of a person's consents to an activity, or to channels of it, a use is about, and what the rules need to know of it.</summary>
/// <param name="Facts">What the rules need to know.</param>
/// <param name="By">Who gave it.</param>
internal sealed record ConsentChoice(ConsentFacts Facts, ConsentActor By)
{
    private static readonly ValueList<MarketingChannel> EveryChannel =
        [MarketingChannel.Email, MarketingChannel.TextMessage, MarketingChannel.Phone, MarketingChannel.Post];

    private static readonly ConsentChoice?[] None = [null];

    /// <summary>The consents that can be meant, what speaks for the person first; one of nothing where there are none.</summary>
    public static IEnumerable<ConsentChoice?> Of(ProcessingActivity activity, PersonFacts person, ProcessingUse use, Instant now)
    {
        if (person.Consents.IsEmpty)
        {
            return None;
        }

        var candidates = new List<TopicConsent>(person.Consents.Count);
        foreach (var consent in person.Consents)
        {
            if (consent.Topic.Channel is null || use.Channel is null || consent.Topic.Channel == use.Channel)
            {
                candidates.Add(consent);
            }
        }

        // Where each channel is asked apart, the answer to that channel counts; a use without a message needs one that stands. Where consent
        // is asked no more, an answer against counts, whatever it was given to.
        var isAskedPerChannel = activity is { AsksConsent: true, Consent.PerChannel: true };
        if (candidates is [var only] && (!activity.AsksConsent || only.Topic.Channel is not null == isAskedPerChannel))
        {
            // As nearly everybody is: nothing to put in order, and nothing that could overrule it.
            return [ChoiceOf(only, against: null)];
        }

        var meant = activity.AsksConsent
            ? candidates.Where(consent => consent.Topic.Channel is not null == isAskedPerChannel).OrderByDescending(consent => Stands(consent.Record, use.At ?? now))
            : candidates.OrderBy(consent => Stands(consent.Record, use.At ?? now)).ThenByDescending(consent => consent.Record.EverRefusedOrWithdrawn);
        var against = candidates
            .Where(consent => consent.Topic.Channel is not null != isAskedPerChannel && ConsentWords.IsAgainst(consent.Record))
            .Select(consent => consent.Record.WithdrawnAt)
            .Max();
        return meant.Select(chosen => ChoiceOf(chosen, against)).DefaultIfEmpty(null);

        ConsentChoice? ChoiceOf(TopicConsent chosen, Instant? against)
        {
            var facts = FactsOf(activity, chosen, use, now);
            facts = person.Altered.Contains(chosen.Topic) ? facts with { IsForThisPurpose = false } : facts;
            return new ConsentChoice(activity.AsksConsent && IsOverruled(chosen.Record, against) ? Withdrawn(facts, against!.Value) : facts, chosen.Record.GivenBy);
        }
    }

    // Who said no when it was asked in another shape is not asked again by a change of the shape; a list never goes over that.
    private static bool IsOverruled(ConsentRecord record, Instant? against) =>
        against is { } no && record.Status.IsValid() && (record.GivenBy is ConsentActor.Import || !(record.GivenAt > no));

    private static ConsentFacts Withdrawn(ConsentFacts facts, Instant at) => facts with { Status = ConsentStatus.Withdrawn, EndsAt = at, WasEverRefusedOrWithdrawn = true };

    private static bool Stands(ConsentRecord record, Instant moment) => record.WasValidOn(moment);

    private static ConsentFacts FactsOf(ProcessingActivity activity, TopicConsent consent, ProcessingUse use, Instant now)
    {
        var record = consent.Record;
        var span = use.At is { } at ? record.SpanOn(at) : null;
        var status = record.StatusAt(now);
        return new ConsentFacts
        {
            // What stood then has ended since, whatever was said or asked after its end.
            Status = span is null || status.IsValid() ? status : ConsentStatus.Expired,
            IsExplicit = record.Explicit,
            IsTextKnown = record.IsTextKnown,
            AwaitsConfirmation = span is null
                ? record.Confirmation is not (ConsentConfirmation.NotRequired or ConsentConfirmation.Confirmed)
                : !span.ConfirmOver.All(channel => span.IsProvenOn(use.At!.Value, channel)),
            ProvenChannels = span is null && record.ConfirmOver.IsEmpty ? Agreed(activity, consent.Topic) : Agreed(activity, consent.Topic)
                .Where(channel => span?.IsProvenOn(use.At!.Value, channel) ?? (!record.ConfirmOver.Contains(channel) || record.ProvenChannels.Contains(channel)))
                .ToValueList(),
            IsByHolderOfParentalResponsibility = record.GivenBy is ConsentActor.ParentalResponsibility,
            GivenAt = span?.From ?? record.GivenAt,
            EndsAt = span is null && !record.Status.IsValid() ? null : span?.To ?? record.Until,
            WasEverRefusedOrWithdrawn = record.EverRefusedOrWithdrawn,
        };
    }

    // The person agreed to all channels that the words named; some of them are to be confirmed over the channel itself.
    private static ValueList<MarketingChannel> Agreed(ProcessingActivity activity, ConsentTopic topic) =>
        topic.Channel is { } one ? [one] : activity.Marketing.IsEmpty ? EveryChannel : activity.Marketing;
}
