using GdprKit.Consent;
using GdprKit.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit;

public sealed partial class Consents
{
    private const int ImportPage = 1_000;

    /// <summary>
    /// Takes over consents from a list, with where it is from. Never over an answer of the person, over what stands, over what was ended, or for an
    /// address on the suppression list; it is evidence of what the list says and no more.
    /// </summary>
    /// <param name="list">The list; read once, in pages of 1,000 that are recorded each whole or not at all.</param>
    /// <param name="source">Where it is from, and when it was obtained.</param>
    /// <param name="progress">Told after every page how far it has come; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work, also half-way; pages that were recorded stay, and importing the list again goes on with the rest.</param>
    /// <returns>How many were taken over and how many not, and why; together as many as the list has.</returns>
    /// <exception cref="ConsentException">GDPR1201 to GDPR1203: the topic of an item is none that the register declares. GDPR1205: the list was obtained in the future. GDPR1212: it has addresses, and there is no suppression list.</exception>
    public async ValueTask<ConsentImport> ImportAsync(
        IAsyncEnumerable<ImportedConsent> list, ConsentSource source, IProgress<ConsentImport>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(source);
        _rules.RequireNotFuture(source.ObtainedAt);
        var counts = new ImportCounts();
        var page = new List<ImportedConsent>(ImportPage);
        await foreach (var item in list.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            page.Add(item);
            if (page.Count == ImportPage)
            {
                await TakeOverAsync().ConfigureAwait(false);
                progress?.Report(counts.ToResult());
            }
        }

        await TakeOverAsync().ConfigureAwait(false);
        var result = counts.ToResult();
        progress?.Report(result);
        return result;

        async ValueTask TakeOverAsync()
        {
            foreach (var obstacle in await ImportPageAsync(page, source, cancellationToken).ConfigureAwait(false))
            {
                counts.Add(obstacle);
            }

            page.Clear();
        }
    }

    /// <inheritdoc cref="ImportAsync(IAsyncEnumerable{ImportedConsent}, ConsentSource, IProgress{ConsentImport}, CancellationToken)"/>
    public ValueTask<ConsentImport> ImportAsync(IEnumerable<ImportedConsent> list, ConsentSource source, IProgress<ConsentImport>? progress = null, CancellationToken cancellationToken = default) =>
        ImportAsync(list.ToAsyncEnumerable(), source, progress, cancellationToken);

    // What comes of each item, in their order.
    private async ValueTask<ImportObstacle[]> ImportPageAsync(List<ImportedConsent> page, ConsentSource source, CancellationToken cancellationToken)
    {
        var now = _rules.Now;
        var outcomes = page.Select(item => ObstacleOf(item, source, now)).ToArray();
        var answers = await ScreenAsync(page, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = outcomes[i] is ImportObstacle.Unspecified ? ObstacleOf(page[i], answers[i]) : outcomes[i];
        }

        var recorded = Enumerable.Range(0, page.Count).Where(index => outcomes[index] is ImportObstacle.Unspecified || answers[index].Contains(ImportObstacle.Suppressed)).ToList();
        if (recorded.Count == 0)
        {
            return outcomes;
        }

        var links = await _subjects.LinkAsync(recorded.Select(index => page[index].Subject).ToValueList(), now, cancellationToken).ConfigureAwait(false);
        var people = recorded.Zip(links, (index, link) => (Index: index, Person: link.Ref)).ToList();
        var suppressed = people
            .SelectMany(each => page[each.Index].Addresses.Zip(answers[each.Index]).Where(pair => pair.Second is ImportObstacle.Suppressed).Select(pair => (each.Person, pair.First.Channel)))
            .Distinct()
            .Select(each => _screening!.Found(each.Person, each.Channel));
        var changes = suppressed.ToList();
        var listed = new HashSet<StreamId>();
        var against = await AgainstAsync(people.Where(each => outcomes[each.Index] is ImportObstacle.Unspecified).Select(each => (each.Person, page[each.Index].Topic)), cancellationToken).ConfigureAwait(false);
        foreach (var (index, person) in people.Where(each => outcomes[each.Index] is ImportObstacle.Unspecified))
        {
            var item = page[index];
            var stream = item.Topic.StreamOf(person);
            if (against.Contains(stream))
            {
                outcomes[index] = ImportObstacle.RefusedOrWithdrawn;
                continue;
            }

            if (!listed.Add(stream))
            {
                outcomes[index] = ImportObstacle.ListedTwice;
                continue;
            }

            // Decided again when somebody else was faster, so the last word counts.
            changes.Add(StreamChange.To<ConsentRecord>(stream, item.Subject, state =>
            {
                outcomes[index] = ObstacleOf(state, now);
                return outcomes[index] is ImportObstacle.Unspecified ? [Imported(item, source)] : [];
            }));
        }

        await _streams.AppendAsync(changes.ToValueList(), null, cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    // Of which streams the person said no when the same was asked in another shape: of a channel as a whole, or of the whole for one of its channels.
    private async ValueTask<HashSet<StreamId>> AgainstAsync(IEnumerable<(SubjectRef Person, ConsentTopic Topic)> asked, CancellationToken cancellationToken)
    {
        var others = asked.Distinct().SelectMany(each => OtherShapes(each.Topic).Select(other => (Stream: each.Topic.StreamOf(each.Person), Other: other.StreamOf(each.Person)))).ToLookup(pair => pair.Other, pair => pair.Stream);
        var against = new HashSet<StreamId>();
        foreach (var some in others.Select(pair => pair.Key).Chunk(LedgerLimits.ItemsAtOnce))
        {
            foreach (var head in await _store.FindHeadsAsync(ValueList.Create<StreamId>(some), cancellationToken).ConfigureAwait(false))
            {
                // What only a newer program can tell may be a no.
                var snapshot = await _streams.LoadAsync<ConsentRecord>(head.Stream, head, cancellationToken).ConfigureAwait(false);
                if (snapshot.State is not { EverRefusedOrWithdrawn: false })
                {
                    against.UnionWith(others[head.Stream]);
                }
            }
        }

        return against;
    }

    private IEnumerable<ConsentTopic> OtherShapes(ConsentTopic topic) => topic.Channel is null
        ? _rules.Register.Activities[topic.Activity].Marketing.Select(channel => new ConsentTopic(topic.Activity, channel))
        : [topic.Activity];

    // What the suppression list says of the addresses of each item, by one look-up for the page.
    private async ValueTask<List<ValueList<ImportObstacle>>> ScreenAsync(List<ImportedConsent> page, CancellationToken cancellationToken)
    {
        var answers = new Queue<ImportObstacle>();
        foreach (var some in page.SelectMany(item => item.Addresses).Chunk(LedgerLimits.ItemsAtOnce))
        {
            var screening = _screening ?? throw ConsentRefusals.NoScreening();
            foreach (var answer in await screening.ScreenAsync(ValueList.Create<MarketingAddress>(some), cancellationToken).ConfigureAwait(false))
            {
                answers.Enqueue(answer);
            }
        }

        return page.ConvertAll(item => item.Addresses.Select(_ => answers.Dequeue()).ToValueList());
    }

    // An address that is of no channel of the topic says nothing about it.
    private ImportObstacle ObstacleOf(ImportedConsent item, ValueList<ImportObstacle> answers)
    {
        var channels = item.Topic.Channel is { } one ? [one] : _rules.Register.Activities[item.Topic.Activity].Marketing;
        return item.Addresses.Zip(answers)
            .Where(pair => channels.Contains(pair.First.Channel) && pair.Second is not ImportObstacle.Unspecified)
            .Select(pair => pair.Second)
            .Order()
            .FirstOrDefault();
    }

    private ImportObstacle ObstacleOf(ImportedConsent item, ConsentSource source, Instant now)
    {
        var activity = _rules.Require(item.Topic);
        return item switch
        {
            _ when SubjectLink.LiesAhead(item.GivenAt, now) || SubjectLink.LiesAhead(item.GivenAt, source.ObtainedAt) => ImportObstacle.InTheFuture,
            _ when Then(activity, source) is { AsksConsent: false } || (source.AgreedTo.Register is not null && Then(activity, source) is null) => ImportObstacle.NotAskedThen,
            _ when _rules.Until(activity, Then(activity, source), item.GivenAt) <= now => ImportObstacle.Expired,
            { IsExplicit: false } when _rules.Register.NeedsExplicitConsent(activity.Key) => ImportObstacle.NotExplicit,
            _ when _rules.AgeNeeded(activity, item.GivenAt, item.Country) is { } needed && !(item.Age >= needed) => ImportObstacle.TooYoung,
            _ => ImportObstacle.Unspecified,
        };
    }

    private static ProcessingActivity? Then(ProcessingActivity activity, ConsentSource source) =>
        source.AgreedTo.Register is { } register && register.Activities.TryGet(activity.Key, out var then) ? then : null;

    private static ImportObstacle ObstacleOf(ConsentRecord state, Instant now)
    {
        var status = state.StatusAt(now);
        return ConsentTransitions.Of(ConsentStep.Import, status) is StepOutcome.Recorded && !state.EverRefusedOrWithdrawn ? ImportObstacle.Unspecified
            : state.EverRefusedOrWithdrawn ? ImportObstacle.RefusedOrWithdrawn
            : status.IsValid() ? ImportObstacle.StandsAlready
            : ImportObstacle.EndedBefore;
    }

    private EntryDraft Imported(ImportedConsent item, ConsentSource source)
    {
        var activity = _rules.Register.Activities[item.Topic.Activity];
        var agreement = source.AgreedTo.Register is not null ? source.AgreedTo.ContentOf(activity.Key)
            : source.AgreedTo == AgreedRegister.Today ? _rules.AgreementOf(activity)
            : null;
        var confirm = ConsentRequirements.ConfirmationOf(activity, item.Topic);
        var at = LedgerTime.Floor(item.GivenAt);
        return ConsentEntries.Imported.Draft(new ImportFacts
        {
            Activity = item.Topic.Activity,
            Channel = item.Topic.Channel,
            At = at,
            ObtainedAt = source.ObtainedAt,
            Source = source.Content.Digest,
            Wording = item.Wording?.Digest,
            Language = item.Wording?.Language,
            Agreement = agreement?.Digest,
            Explicit = item.IsExplicit,
            Until = _rules.Until(activity, Then(activity, source), at),
            Confirm = confirm,
            Proven = item.Confirmed.Where(confirm.Contains).Distinct().Order().ToValueList(),
        }) with
        {
            Details = item.Details,
            Content = ((LedgerContent?[])[source.Content, agreement, item.Wording?.Content]).OfType<LedgerContent>().ToValueList(),
        };
    }
}
