using System.Transactions;
using NodaTime;

namespace GdprKit.Ledger;

public sealed class LedgerStreamsTests : LedgerTest
{
    [Fact]
    public async Task A_stream_without_entries_has_version_0_and_the_empty_state()
    {
        var stream = await Streams.LoadAsync<Subscription>(Somebody, Token);

        stream.Should().Be(new StreamSnapshot<Subscription> { Stream = Somebody, Version = 0, State = Subscription.Fold.Empty });
    }

    [Fact]
    public async Task What_is_added_is_folded_into_the_state_and_found_by_its_head()
    {
        var due = Start + Duration.FromDays(30);

        var added = await AddAsync(Subscription.Start(copies: 2, due), Subscription.Start(copies: 3, due));

        added.Version.Should().Be(2);
        added.State.Should().Be(new Subscription { State = SubscriptionState.Running, Since = Start + LedgerTime.Step, Due = due, Copies = 5 });
        (await Streams.LoadAsync<Subscription>(Somebody, Token)).Should().Be(added);
        var head = (await Store.FindHeadsAsync([Somebody], Token)).Should().ContainSingle().Which;
        head.Index.Should().Be(new StreamIndex(StreamStatus.Parse("running"), Start + LedgerTime.Step, due));
        head.FoldVersion.Should().Be(2);
        (await EntriesAsync()).Should().OnlyContain(entry => entry.IsIntact).And.HaveCount(2);
    }

    [Fact]
    public async Task Streams_are_read_from_heads_that_were_looked_up_together()
    {
        var added = await AddAsync(Subscription.Start());
        var heads = await Store.QueryHeadsAsync(new HeadQuery(HeadFilter.About(Somebody.Subject)), Token);

        (await Streams.LoadAsync<Subscription>(Somebody, heads[0], Token)).Should().Be(added);
        (await Streams.LoadAsync<Subscription>(Somebody, null, Token)).Version.Should().Be(0);
    }

    [Fact]
    public async Task A_claim_comes_before_the_first_entry_and_gives_way_to_it()
    {
        var claim = new StreamHead
        {
            Stream = Somebody,
            Version = 0,
            RecordedAt = Start,
            FoldVersion = Subscription.Fold.Version,
            Index = new(StreamStatus.Parse("claimed"), Start, Start + Duration.FromMinutes(5)),
            State = [.. "{\"copies\":9}"u8],
        };
        var batch = AppendBatch.Of([new StreamAppend(StreamAppend.Absent, [], claim)]);
        (await Store.AppendAsync(batch, Token)).Should().Be(new AppendResult.Appended());
        (await Store.AppendAsync(batch, Token)).Should().Be(new AppendResult.Conflict([Somebody]), "somebody has claimed it");

        (await Streams.LoadAsync<Subscription>(Somebody, Token)).State!.Copies.Should().Be(9);
        (await AddAsync(Subscription.Stop())).Version.Should().Be(1);
        (await Store.FindHeadsAsync([Somebody], Token))[0].Index.Status.ToString().Should().Be("stopped");
    }

    [Fact]
    public async Task A_decision_sees_the_state_and_may_add_nothing()
    {
        await AddAsync(Subscription.Start());

        var after = await Streams.AppendAsync<Subscription>(Somebody, null, state => state.State is SubscriptionState.Running ? [] : [Subscription.Start()], Token);

        after.Version.Should().Be(1);
        (await EntriesAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_clock_that_goes_back_does_not_take_the_stream_with_it()
    {
        await AddAsync(Subscription.Start());
        Clock.AdvanceDays(-400);

        await AddAsync(Subscription.Start(), Subscription.Stop());

        (await EntriesAsync()).Select(entry => entry.RecordedAt).Should().Equal(Start, Start + LedgerTime.Step, Start + LedgerTime.Step + LedgerTime.Step);
    }

    [Fact]
    public async Task Instants_are_whole_microseconds_whatever_the_clock_says()
    {
        Clock.AdvanceNanoseconds(1_999);

        await AddAsync(Subscription.Start());

        (await EntriesAsync())[0].RecordedAt.Should().Be(Start + LedgerTime.Step);
    }

    [Fact]
    public async Task Who_was_slower_decides_again_on_what_the_faster_one_left()
    {
        var overtaken = 0;
        var store = new InterposedStore(Store)
        {
            BeforeAppend = async _ =>
            {
                if (overtaken++ < 3)
                {
                    await AddAsync(Subscription.Start());
                }

                return null;
            },
        };
        List<long> seen = [];

        var after = await new LedgerStreams(store, Clock).AppendAsync<Subscription>(Somebody, null, state =>
        {
            seen.Add(state.Copies);
            return [Subscription.Start(copies: 10)];
        }, Token);

        seen.Should().Equal(0, 1, 2, 3);
        after.State!.Copies.Should().Be(13);
        after.Version.Should().Be(4);
    }

    [Fact]
    public async Task Who_is_always_slower_gives_up_and_says_so()
    {
        var store = new InterposedStore(Store)
        {
            BeforeAppend = async _ =>
            {
                await AddAsync(Subscription.Start());
                return null;
            },
        };

        await FluentActions.Awaiting(async () => await new LedgerStreams(store, Clock).AppendAsync<Subscription>(Somebody, null, _ => [Subscription.Stop()], Token))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR3101: *64 times*");
        store.Appends.Should().Be(64);
    }

    [Fact]
    public async Task Who_cannot_see_what_others_committed_is_told_at_once()
    {
        var store = new InterposedStore(Store) { BeforeAppend = _ => new(new AppendResult.Conflict([Somebody])) };

        await FluentActions.Awaiting(async () => await new LedgerStreams(store, Clock).AppendAsync<Subscription>(Somebody, null, _ => [Subscription.Start()], Token))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR3102: *");
        store.Appends.Should().Be(1);
    }

    [Fact]
    public async Task Several_streams_are_added_to_together_or_not_at_all()
    {
        var (one, two) = (Subscription.StreamOf(SubjectRef.New(), "one"), Subscription.StreamOf(SubjectRef.New(), "two"));
        await AddAsync(two, Subscription.Start());

        await Streams.AppendAsync(
        [
            StreamChange.To<Subscription>(two, null, state => state.State is SubscriptionState.Running ? [Subscription.Stop()] : []),
            StreamChange.To<Subscription>(one, null, _ => [Subscription.Start()]),
        ], null, Token);

        (await Streams.LoadAsync<Subscription>([one, two], Token)).Select(stream => stream.State!.State).Should().Equal(SubscriptionState.Running, SubscriptionState.Stopped);
        await FluentActions.Awaiting(async () => await Streams.AppendAsync(
        [
            StreamChange.To<Subscription>(one, null, _ => [Subscription.Stop()]),
            StreamChange.To<Subscription>(two, null, _ => throw new InvalidOperationException("no")),
        ], null, Token)).Should().ThrowAsync<InvalidOperationException>();
        (await EntriesAsync(one)).Should().HaveCount(1);
    }

    [Fact]
    public async Task The_same_id_with_the_same_facts_is_recorded_once_even_when_the_stream_went_on()
    {
        var id = EntryId.New(Start);
        await AddAsync(Subscription.Start() with { Id = id, Details = EntryDetails.Of(("note", "first")) });
        await AddAsync(Subscription.Stop());

        var after = await AddAsync(Subscription.Start() with { Id = id, Details = EntryDetails.Of(("note", "sent twice")) });

        after.Version.Should().Be(2);
        after.State!.State.Should().Be(SubscriptionState.Stopped, "a form that is sent again starts nothing again");
        (await EntriesAsync()).Should().HaveCount(2);
    }

    [Fact]
    public async Task The_same_id_with_other_facts_or_in_another_stream_is_refused()
    {
        var id = EntryId.New(Start);
        await AddAsync(Subscription.Start() with { Id = id });

        await FluentActions.Awaiting(async () => await AddAsync(Subscription.Start(copies: 7) with { Id = id })).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        await FluentActions.Awaiting(async () => await AddAsync(Subscription.StreamOf(SubjectRef.New()), Subscription.Start() with { Id = id })).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        (await EntriesAsync()).Should().HaveCount(1);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_and_with_the_same_content_recorded_once()
    {
        var id = EntryId.New(Start);
        var (wording, notice) = (LedgerContent.Of("Yes, send me the newsletter."u8), LedgerContent.Of("<p>…</p>"u8));
        await AddAsync(Subscription.Start() with { Id = id, Content = [wording, notice] });

        await FluentActions.Awaiting(async () => await AddAsync(Subscription.Start() with { Id = id, Content = [wording] })).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        await FluentActions.Awaiting(async () => await AddAsync(Subscription.Start() with { Id = id, Content = [wording], StoredContent = [Digest.Of("another"u8)] }))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR3100: *");
        (await AddAsync(Subscription.Start() with { Id = id, Content = [notice], StoredContent = [wording.Digest] })).Version.Should().Be(1, "what is stored already need not be sent again");
    }

    [Fact]
    public async Task Who_sends_what_a_twin_has_just_recorded_gets_the_stream_with_it()
    {
        var id = EntryId.New(Start);
        var twin = 0;
        var store = new InterposedStore(Store)
        {
            BeforeFindHashes = async () =>
            {
                if (twin++ == 0)
                {
                    await AddAsync(Subscription.Start(copies: 3) with { Id = id });
                }
            },
        };

        var after = await new LedgerStreams(store, Clock).AppendAsync<Subscription>(Somebody, null, _ => [Subscription.Start(copies: 3) with { Id = id }], Token);

        after.Should().Be(await Streams.LoadAsync<Subscription>(Somebody, Token));
        after.Version.Should().Be(1);
    }

    [Fact]
    public async Task Two_who_send_the_same_id_at_once_record_it_once()
    {
        var id = EntryId.New(Start);
        var isFirst = true;
        var store = new InterposedStore(Store)
        {
            BeforeAppend = async _ =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    await AddAsync(Subscription.Start() with { Id = id });
                }

                return null;
            },
        };

        var after = await new LedgerStreams(store, Clock).AppendAsync<Subscription>(Somebody, null, _ => [Subscription.Start() with { Id = id }], Token);

        after.Version.Should().Be(1);
        (await EntriesAsync()).Should().ContainSingle().Which.Id.Should().Be(id);
    }

    [Fact]
    public async Task A_lost_lease_stops_the_work()
    {
        var lease = await Store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("test"), Guid.NewGuid(), Start, Duration.FromMinutes(1)), Token);
        await Store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("test"), Guid.NewGuid(), Start + Duration.FromMinutes(1), Duration.FromMinutes(1)), Token);

        await FluentActions.Awaiting(async () => await Streams.AppendAsync([StreamChange.To<Subscription>(Somebody, null, _ => [Subscription.Start()])], lease!.Fence, Token))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR3104: *");
        (await EntriesAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Facts_that_hold_the_key_of_the_person_are_not_appended()
    {
        var about = SubjectId.Of(ShopKeys.Customers, "1795685400");
        var facts = new SubscriptionStarted { Activity = ShopKeys.Newsletter, State = SubscriptionState.Running, Copies = 1_795_685_400 };

        await FluentActions.Awaiting(async () => await Streams.AppendAsync<Subscription>(Somebody, about, _ => [Subscription.Started.Draft(facts)], Token))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR1112: *");
        (await EntriesAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Jan.Jansen")]
    [InlineData("order:1795685400")]
    public async Task A_stream_whose_key_holds_the_key_of_the_person_is_not_appended_to(string key)
    {
        var about = SubjectId.Of(ShopKeys.Customers, key.Split(':')[^1]);
        var stream = Subscription.StreamOf(Somebody.Subject, key);

        (await FluentActions.Awaiting(async () => await Streams.AppendAsync<Subscription>(stream, about, _ => [Subscription.Start()], Token))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR1112: *stream*")).Which.ToString().Should().NotContain(key);
        (await EntriesAsync(stream)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_stream_of_another_kind_is_refused()
    {
        var stream = Somebody with { Kind = StreamKind.Parse("other") };

        await FluentActions.Awaiting(async () => await Streams.LoadAsync<Subscription>(stream, Token)).Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1121: *");
        await FluentActions.Awaiting(async () => await AddAsync(stream, Subscription.Start())).Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1121: *");
    }

    [Fact]
    public async Task Content_is_stored_with_the_entry_that_refers_to_it()
    {
        var (wording, notice) = (LedgerContent.Of("Yes, send me the newsletter."u8), LedgerContent.Of("<p>…</p>"u8));
        await AddAsync(Subscription.Start() with { Content = [notice] });

        await AddAsync(Subscription.Start() with { Content = [wording], StoredContent = [notice.Digest] });

        (await EntriesAsync())[1].Content.Should().Equal(wording.Digest, notice.Digest);
        (await Store.ReadContentAsync(wording.Digest, Token)).Should().Be(wording);
    }

    [Fact]
    public async Task What_is_appended_shares_the_fate_of_the_host_s_transaction()
    {
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await AddAsync(Subscription.Start());
            (await Streams.LoadAsync<Subscription>(Somebody, Token)).Version.Should().Be(1);
        }

        (await Streams.LoadAsync<Subscription>(Somebody, Token)).Version.Should().Be(0);
    }

    [Fact]
    public async Task Heads_are_read_page_after_page_while_others_append()
    {
        for (var i = 0; i < 2_500; i += 500)
        {
            await Streams.AppendAsync(Enumerable.Range(i, 500)
                .Select(number => StreamChange.To<Subscription>(Subscription.StreamOf(SubjectRef.New()), null, _ => [Subscription.Start(number)])).ToValueList(), null, Token);
        }

        var read = 0;
        await foreach (var head in Streams.ReadHeadsAsync(HeadFilter.Of(Subscription.Fold.Kind) with { Statuses = [StreamStatus.Parse("running")] }, Token))
        {
            read++;
            await AddAsync(head.Stream, Subscription.Stop());
        }

        read.Should().Be(2_500);
        (await Store.CountHeadsAsync(HeadFilter.Of(Subscription.Fold.Kind), Token)).Should().Equal(new HeadCount(StreamStatus.Parse("stopped"), 2_500));
    }
}
