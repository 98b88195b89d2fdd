namespace GdprKit.Ledger;

/// <summary>Two versions of one program over one ledger.</summary>
public sealed class NewerProgramTests : LedgerTest
{
    private static readonly EntryType Moved = EntryType.Parse("test.moved/1");

    [Fact]
    public async Task A_stream_with_an_entry_of_a_newer_program_has_no_state_and_cannot_be_added_to()
    {
        await AddAsync(Subscription.Start());
        await AppendNewerAsync();

        var stream = await Streams.LoadAsync<Subscription>(Somebody, Token);

        stream.State.Should().BeNull("what the newer entry means is not known here");
        stream.Newer.Should().Be(Moved);
        stream.Version.Should().Be(2);
        await FluentActions.Awaiting(async () => await AddAsync(Subscription.Stop())).Should().ThrowAsync<LedgerException>().WithMessage("GDPR3103: *'test.moved/1'*");
        (await EntriesAsync()).Should().HaveCount(2, "it can still be read");
        (await Store.FindHeadsAsync([Somebody], Token))[0].Index.Status.ToString().Should().Be("moved", "the newer program found it by that");
    }

    [Fact]
    public async Task One_newer_stream_keeps_nobody_from_reading_the_others()
    {
        var other = Subscription.StreamOf(SubjectRef.New());
        await AddAsync(Subscription.Start());
        await AppendNewerAsync();
        await AddAsync(other, Subscription.Start(copies: 4));

        var streams = await Streams.LoadAsync<Subscription>([Somebody, other], Token);

        streams[0].State.Should().BeNull();
        streams[1].State!.Copies.Should().Be(4);
    }

    [Fact]
    public async Task A_head_of_a_newer_fold_is_folded_again_from_entries_that_are_known()
    {
        await AddAsync(Subscription.Start(copies: 3));
        await RewriteHeadAsync(head => head with { FoldVersion = 3, State = [.. "{\"newer\":true}"u8] });

        var stream = await Streams.LoadAsync<Subscription>(Somebody, Token);

        stream.State!.Copies.Should().Be(3);
        (await AddAsync(Subscription.Stop())).State!.State.Should().Be(SubscriptionState.Stopped, "a withdrawal is recorded while versions are exchanged");
    }

    [Fact]
    public async Task Heads_of_a_lower_fold_version_are_folded_again_on_request()
    {
        var other = Subscription.StreamOf(SubjectRef.New());
        await AddAsync(Subscription.Start(copies: 3));
        await AddAsync(other, Subscription.Start());
        await RewriteHeadAsync(head => head with { FoldVersion = 1, Index = head.Index with { Status = StreamStatus.Parse("old-word") }, State = [.. "{}"u8] });

        (await Streams.RefoldAsync(Subscription.Fold, Token)).Should().Be(1);

        var head = (await Store.FindHeadsAsync([Somebody], Token))[0];
        head.FoldVersion.Should().Be(2);
        head.Version.Should().Be(1);
        head.Index.Status.ToString().Should().Be("running");
        (await Streams.RefoldAsync(Subscription.Fold, Token)).Should().Be(0);
    }

    [Fact]
    public async Task A_head_that_cannot_be_read_is_folded_from_the_entries()
    {
        await AddAsync(Subscription.Start(copies: 3));
        await RewriteHeadAsync(head => head with { State = [.. "{\"torn"u8] });

        (await Streams.LoadAsync<Subscription>(Somebody, Token)).State!.Copies.Should().Be(3);
    }

    [Fact]
    public async Task A_stream_that_lacks_an_entry_is_not_folded_to_something_wrong()
    {
        await AddAsync(Subscription.Start(), Subscription.Start());
        var head = (await Store.FindHeadsAsync([Somebody], Token))[0] with { Version = 3, FoldVersion = 1 };
        var store = new InterposedStore(Store) { Heads = [head] };

        await FluentActions.Awaiting(async () => await new LedgerStreams(store, Clock).LoadAsync<Subscription>(Somebody, Token))
            .Should().ThrowAsync<LedgerException>().WithMessage("GDPR3106: *");
    }

    [Fact]
    public async Task A_stream_that_expires_while_it_is_read_is_gone_and_not_incomplete()
    {
        await AddAsync(Subscription.Start(), Subscription.Stop());
        await RewriteHeadAsync(head => head with { FoldVersion = 1 });
        var store = new InterposedStore(Store) { BeforeReadStream = ExpireAsync };

        var stream = await new LedgerStreams(store, Clock).LoadAsync<Subscription>(Somebody, Token);

        stream.Should().Be(new StreamSnapshot<Subscription> { Stream = Somebody, Version = 0, State = Subscription.Fold.Empty });
    }

    [Fact]
    public async Task A_stream_that_begins_anew_while_it_is_read_is_read_anew()
    {
        await AddAsync(Subscription.Start(), Subscription.Stop());
        await RewriteHeadAsync(head => head with { FoldVersion = 1 });
        var isFirst = true;
        var store = new InterposedStore(Store)
        {
            BeforeReadStream = async () =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    await ExpireAsync();
                    await AddAsync(Subscription.Start(copies: 7));
                }
            },
        };

        var stream = await new LedgerStreams(store, Clock).LoadAsync<Subscription>(Somebody, Token);

        (stream.Version, stream.State!.Copies).Should().Be((1, 7));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_folded_is_reported_and_does_not_keep_the_others_from_it()
    {
        var streams = Enumerable.Range(0, 3).Select(_ => Subscription.StreamOf(SubjectRef.New())).Order().ToArray();
        foreach (var stream in streams)
        {
            await AddAsync(stream, Subscription.Start());
            var head = (await Store.FindHeadsAsync([stream], Token))[0];
            await Store.AppendAsync(AppendBatch.Of([new StreamAppend(head.Version, [], head with { FoldVersion = 1 })]), Token);
        }

        // The facts of the second one lack what their type needs.
        var torn = EntrySealing.Seal(Subscription.Stop(), streams[1], 2, Start + LedgerTime.Step);
        torn = torn with { Type = Subscription.Started.Type };
        var last = (await Store.FindHeadsAsync([streams[1]], Token))[0] with { Version = 2, RecordedAt = torn.RecordedAt };
        await Store.AppendAsync(AppendBatch.Of([new StreamAppend(1, [torn with { Hash = EntryHashing.HashOf(torn) }], last)]), Token);
        var logger = new HeardLogger<LedgerStreams>();

        var refolded = await new LedgerStreams(Store, Clock, logger).RefoldAsync(Subscription.Fold, Token);

        refolded.Should().Be(2);
        (await Store.FindHeadsAsync(streams.ToValueList(), Token)).OrderBy(head => head.Stream).Select(head => head.FoldVersion).Should().Equal(2, 1, 2);
        logger.Warnings.Should().ContainSingle().Which.Should().StartWith("GDPR6101: ").And.Contain("GDPR3105").And.NotContain(streams[1].Subject.ToString());
    }

    private async ValueTask ExpireAsync() =>
        await Store.ExpireAsync(StreamExpiry.Of(Subscription.Fold.Kind, [StreamStatus.Of(SubscriptionState.Stopped)], Start + NodaTime.Duration.FromDays(1)), Token);

    private async Task AppendNewerAsync()
    {
        var head = (await Store.FindHeadsAsync([Somebody], Token))[0];
        var entry = EntrySealing.Seal(Subscription.Stop(), Somebody, head.Version + 1, head.RecordedAt + LedgerTime.Step);
        entry = entry with { Type = Moved };
        var newer = head with
        {
            Version = entry.Version,
            RecordedAt = entry.RecordedAt,
            FoldVersion = 3,
            Index = head.Index with { Status = StreamStatus.Parse("moved") },
        };
        (await Store.AppendAsync(AppendBatch.Of([new StreamAppend(head.Version, [entry with { Hash = EntryHashing.HashOf(entry) }], newer)]), Token))
            .Should().Be(new AppendResult.Appended());
    }

    private async Task RewriteHeadAsync(Func<StreamHead, StreamHead> change)
    {
        var head = (await Store.FindHeadsAsync([Somebody], Token))[0];
        (await Store.AppendAsync(AppendBatch.Of([new StreamAppend(head.Version, [], change(head))]), Token)).Should().Be(new AppendResult.Appended());
    }
}
