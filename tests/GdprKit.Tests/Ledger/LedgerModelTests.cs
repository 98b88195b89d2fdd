using CsCheck;
using GdprKit.InMemory;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Ledger;

/// <summary>Random histories through <see cref="LedgerStreams"/>, compared with a model that keeps a list of what was added to each stream.</summary>
public sealed class LedgerModelTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private static readonly StreamId[] Streams =
    [
        Subscription.StreamOf(SubjectRef.Parse(new string('1', 32)), "a"),
        Subscription.StreamOf(SubjectRef.Parse(new string('1', 32)), "b"),
        Subscription.StreamOf(SubjectRef.Parse(new string('2', 32)), "a"),
    ];

    private static readonly EntryId[] Ids = [.. Enumerable.Range(0, 4).Select(number => EntryId.New(Start + Duration.FromSeconds(number)))];

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 2], Gen.Int[1, 9], (stream, copies) => (Step)new Step.Start(stream, copies))),
        (3, Gen.Int[0, 2].Select(stream => (Step)new Step.Stop(stream))),
        (3, Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], (stream, id) => (Step)new Step.StartOnce(stream, id))),
        (2, Gen.Int[1, 9].Select(copies => (Step)new Step.StartEverywhere(copies))),
        (3, Gen.Int[-5_000, 5_000].Select(microseconds => (Step)new Step.MoveClock(microseconds))),
        (1, Gen.Const((Step)new Step.Upgrade())));

    [Fact]
    public async Task Any_history_comes_to_what_a_list_of_it_comes_to() => await Steps.Array[0, 40].SampleAsync(async history =>
    {
        using var database = new InMemoryDatabase();
        var (store, clock) = (new InMemoryLedgerStore(database), new FakeClock(Start));
        var (streams, model) = (new LedgerStreams(store, clock), new Model());
        foreach (var step in history)
        {
            await DoAsync(step, streams, store, clock, model);
        }

        for (var i = 0; i < Streams.Length; i++)
        {
            var loaded = await streams.LoadAsync<Subscription>(Streams[i]);
            var entries = await store.ReadStreamAsync(Streams[i], 0, default).ToListAsync();
            var fromEntries = entries.Aggregate(Subscription.Fold.Empty, Subscription.Fold.Apply);

            loaded.Version.Should().Be(model.Added[i].Count);
            loaded.State!.Copies.Should().Be(model.Added[i].Sum(copies => copies ?? 0));
            loaded.State.State.Should().Be(model.Added[i] switch { [] => SubscriptionState.Unknown, [.., null] => SubscriptionState.Stopped, _ => SubscriptionState.Running });
            loaded.State.Should().Be(fromEntries, "a head says what the entries say");
            entries.Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, entries.Count).Select(version => (long)version));
            entries.Zip(entries.Skip(1)).Where(pair => pair.First.RecordedAt >= pair.Second.RecordedAt).Should().BeEmpty("time in a stream goes forward whatever the clock does");
            entries.Where(entry => !entry.IsIntact).Should().BeEmpty();
        }

        var counts = (await store.CountHeadsAsync(HeadFilter.Of(Subscription.Fold.Kind), default)).ToDictionary(count => count.Status.ToString(), count => count.Count);
        counts.GetValueOrDefault("stopped").Should().Be(model.Added.Count(added => added is [.., null]));
        counts.GetValueOrDefault("running").Should().Be(model.Added.Count(added => added is [.., not null]));
    }, iter: 300);

    private static async Task DoAsync(Step step, LedgerStreams streams, InMemoryLedgerStore store, FakeClock clock, Model model)
    {
        switch (step)
        {
            case Step.Start(var stream, var copies):
                await streams.AppendAsync<Subscription>(Streams[stream], null, _ => [Subscription.Start(copies)]);
                model.Added[stream].Add(copies);
                break;
            case Step.Stop(var stream):
                // Who has stopped is not stopped again.
                await streams.AppendAsync<Subscription>(Streams[stream], null, state => state.State is SubscriptionState.Running ? [Subscription.Stop()] : []);
                model.Added[stream].AddRange(model.Added[stream] is [.., not null] ? [null] : []);
                break;
            case Step.StartOnce(var stream, var id):
                await StartOnceAsync(stream, id, streams, model);
                break;
            case Step.StartEverywhere(var copies):
                await streams.AppendAsync(Streams.Select(stream => StreamChange.To<Subscription>(stream, null, _ => [Subscription.Start(copies), Subscription.Start(copies)])).ToValueList());
                model.Added.ForEach(added => added.AddRange([copies, copies]));
                break;
            case Step.MoveClock(var microseconds):
                clock.Advance(Duration.FromTicks(microseconds * 10));
                break;
            case Step.Upgrade:
                await UpgradeAsync(streams, store);
                break;
        }
    }

    private static async Task StartOnceAsync(int stream, int id, LedgerStreams streams, Model model)
    {
        // Each id has facts of its own; in another stream than its first it is another entry.
        var append = () => streams.AppendAsync<Subscription>(Streams[stream], null, _ => [Subscription.Start(100 + id) with { Id = Ids[id] }]).AsTask();
        if (model.Place.TryAdd(id, stream))
        {
            await append();
            model.Added[stream].Add(100 + id);
        }
        else if (model.Place[id] == stream)
        {
            await append();
        }
        else
        {
            await append.Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        }
    }

    /// <summary>The heads are those of an older program, and a newer one starts.</summary>
    private static async Task UpgradeAsync(LedgerStreams streams, InMemoryLedgerStore store)
    {
        var heads = await store.QueryHeadsAsync(new HeadQuery(HeadFilter.Of(Subscription.Fold.Kind)), default);
        if (!heads.IsEmpty)
        {
            var older = heads.Select(head => new StreamAppend(head.Version, [], head with { FoldVersion = 1, State = [], Index = new(StreamStatus.Parse("older"), Start) }));
            (await store.AppendAsync(AppendBatch.Of(older), default)).Should().Be(new AppendResult.Appended());
        }

        (await streams.RefoldAsync(Subscription.Fold)).Should().Be(heads.Count);
    }

    private abstract record Step
    {
        public sealed record Start(int Stream, int Copies) : Step;

        public sealed record Stop(int Stream) : Step;

        public sealed record StartOnce(int Stream, int Id) : Step;

        public sealed record StartEverywhere(int Copies) : Step;

        public sealed record MoveClock(int Microseconds) : Step;

        public sealed record Upgrade : Step;
    }

    private sealed class Model
    {
        /// <summary>What was added to each stream: copies when it was started, nothing when it was stopped.</summary>
        public List<List<long?>> Added { get; } = [[], [], []];

        /// <summary>In which stream an id was used first.</summary>
        public Dictionary<int, int> Place { get; } = [];
    }
}
