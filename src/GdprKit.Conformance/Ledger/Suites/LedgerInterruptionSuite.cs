using GdprKit.Ledger;
using NodaTime;
using Xunit;

namespace GdprKit.Conformance;

/// <summary>A ledger whose program ends, or whose connection breaks, at any step.</summary>
/// <typeparam name="TFixture">The fixture of the adapter.</typeparam>
public abstract class LedgerInterruptionSuite<TFixture> : LedgerSuite<TFixture>
    where TFixture : LedgerFixture
{
    private const int MostSteps = 5_000;

    /// <summary>Tests the ledger of a fixture.</summary>
    /// <param name="fixture">The fixture.</param>
    protected LedgerInterruptionSuite(TFixture fixture)
        : base(fixture)
    {
    }

    /// <summary>Whatever is done is interrupted before its first step, then before its second, and so on to its end.</summary>
    /// <param name="deed">What is done.</param>
    [Theory]
    [InlineData("append")]
    [InlineData("write heads anew")]
    [InlineData("forget")]
    [InlineData("expire")]
    [InlineData("renew a lease")]
    [InlineData("link")]
    [InlineData("unlink")]
    [InlineData("several in a transaction")]
    public async Task Survives_an_interruption_between_any_two_steps(string deed)
    {
        const string Sentence = "After an interruption what was acknowledged is there, what was in hand is there whole or not at all, and who does it again succeeds.";
        if (deed == "several in a transaction" && Fixture.WhyNoTransactions is { } reason)
        {
            throw Xunit.Sdk.SkipException.ForSkip($"The ledger joins no transaction of a host: {reason}");
        }

        for (var steps = 0; steps <= MostSteps; steps++)
        {
            var (act, look) = await PrepareAsync(deed, steps);
            var before = await InSessionAsync(look);
            var interrupted = await ActInterruptedAsync(act, steps);
            var seen = await InSessionAsync(look);
            await InSessionAsync(act);
            var after = await InSessionAsync(look);

            var asked = $"to {deed}, interrupted after {steps} steps{(interrupted is null ? ", and done before that" : "")}";
            Promise.Holds(before != after, Sentence, $"{asked}, and again", "a ledger that is another one afterwards", after);
            Promise.Holds(seen == after || (seen == before && interrupted is not null), Sentence, asked, interrupted is null ? after : $"{before}, or else {after}", seen);
            if (interrupted is null)
            {
                Promise.Holds(steps > 0, Sentence, "a session that is interrupted after no step", "an interruption", "none");
                return;
            }
        }

        Promise.Holds(false, Sentence, $"to {deed}, interrupted after more and more steps", $"its end after at most {MostSteps}", "no end");
    }

    private async Task<string> InSessionAsync(Func<LedgerSession, Task<string>> use)
    {
        await using var session = await Fixture.OpenAsync(Token);
        return await use(session);
    }

    /// <summary>What the interruption looked like; <see langword="null"/> when it was done before.</summary>
    private async Task<Exception?> ActInterruptedAsync(Func<LedgerSession, Task<string>> act, int steps)
    {
        await using var session = await Fixture.OpenInterruptedAsync(steps, Token);
        try
        {
            await act(session);
            return null;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.IAssertionException && !Token.IsCancellationRequested)
        {
            return exception;
        }
    }

    /// <summary>Something new to do and how to see what came of it. What is done twice is done once.</summary>
    private async Task<(Func<LedgerSession, Task<string>> Act, Func<LedgerSession, Task<string>> Look)> PrepareAsync(string deed, int steps)
    {
        var (first, second) = (Stream($"{steps}-first", SubjectRef.New()), Stream($"{steps}-second"));
        var content = LedgerContent.Of(Guid.NewGuid().ToByteArray());
        var (person, lease) = (LedgerSamples.NewPerson(), await TakeLeaseAsync());
        var (old, older) = (LedgerSamples.Append(first, entries: 2, note: "a note", status: LedgerSamples.Closed), LedgerSamples.Append(second, note: "another note", status: LedgerSamples.Closed));
        var isOld = deed is "write heads anew" or "forget" or "expire";
        if (isOld)
        {
            await Store.AppendAsync(AppendBatch.Of([old, older]), Token);
        }

        if (deed == "unlink")
        {
            await Subjects.LinkAsync([person], LedgerSamples.Start, Token);
        }

        var one = LedgerSamples.Append(LedgerSamples.Entry(first, 1, note: "a note", content: content));
        var batch = AppendBatch.Of([one, LedgerSamples.Append(second, entries: 2, note: "another note")], [content]);
        var anew = AppendBatch.Of(
        [
            new StreamAppend(2, [], LedgerSamples.Head(first, 2, LedgerSamples.Open, fold: 2)), new StreamAppend(1, [], LedgerSamples.Head(second, 1, LedgerSamples.Open, fold: 2)),
        ]);
        var renewal = LeaseRequest.Renew(lease, LedgerSamples.At(1), Duration.FromHours(1), [1, 2, 3]);
        return (
            deed switch
            {
                "append" => async session => LedgerWords.Of(await session.Store.AppendAsync(batch, Token)),
                "write heads anew" => async session => LedgerWords.Of(await session.Store.AppendAsync(anew, Token)),
                "forget" => async session => $"{await session.Store.ForgetDetailsAsync(HeadFilter.About(first.Subject), Token)}",
                "expire" => async session => $"{await session.Store.ExpireAsync(StreamExpiry.Of(Kind, [LedgerSamples.Closed], LedgerSamples.At(100), first.Key), Token)}",
                "renew a lease" => async session => LedgerWords.Of(await session.Store.LeaseAsync(renewal, Token)),
                "link" => async session => $"{await session.Subjects.LinkAsync([person], LedgerSamples.Start, Token)}",
                "unlink" => async session => $"{await session.Subjects.UnlinkAsync([person], Token)}",
                _ => InTransactionAsync,
            },
            LookAsync);

        async Task<string> InTransactionAsync(LedgerSession session)
        {
            await session.InTransactionAsync(
                async () =>
                {
                    await session.Store.AppendAsync(batch, Token);
                    await session.Subjects.LinkAsync([person], LedgerSamples.Start, Token);
                    await session.Store.LeaseAsync(renewal, Token);
                },
                commits: true,
                Token);
            return "";
        }

        async Task<string> LookAsync(LedgerSession session)
        {
            var (store, seen) = (session.Store, new List<string>());
            foreach (var stream in new[] { first, second })
            {
                seen.Add(LedgerWords.Of(await HeadOfAsync(store, stream)));
                seen.Add(LedgerWords.Of(await store.ReadStreamAsync(stream, 0, Token).ToListAsync(Token)));
            }

            var ids = batch.Streams.SelectMany(append => append.Entries).Concat(old.Entries).Concat(older.Entries).Select(entry => entry.Id).ToValueList();
            seen.Add($"{(await store.FindHashesAsync(ids, Token)).Count} hashes");
            seen.Add(await store.ReadContentAsync(content.Digest, Token) is null ? "no content" : "content");
            seen.Add((await session.Subjects.FindBySubjectAsync([person], Token)).IsEmpty ? "no link" : "a link");

            // Renewing without new progress tells what progress was left.
            seen.Add(LedgerWords.Of(await store.LeaseAsync(LeaseRequest.Renew(lease, LedgerSamples.At(0), Duration.Zero), Token)));
            return string.Join("; ", seen);
        }
    }

    private async Task<Lease> TakeLeaseAsync() =>
        (await Store.LeaseAsync(LeaseRequest.Take(LedgerSamples.NewLease(), Guid.NewGuid(), LedgerSamples.Start, Duration.FromMinutes(1)), Token))!;
}
