using System.Data;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>What a host saves and what is remembered of it are written together, or neither.</summary>
public abstract class HostTransactionTests : LedgerHostTests
{
    protected static StreamId Stream { get; } = Subscription.StreamOf(SubjectRef.Parse("000102030405060708090a0b0c0d0e0f"));

    [Fact]
    public async Task A_customer_and_what_is_remembered_are_saved_together()
    {
        Context.Add(new Customer { Name = "Ann" });

        var saved = await Context.SaveChangesWithGdprAsync(RememberAsync, Token);

        saved.Should().Be(1);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
        Context.ChangeTracker.HasChanges().Should().BeFalse();
    }

    [Fact]
    public async Task Keys_that_the_database_makes_are_known_when_it_is_remembered_also_when_it_is_tried_again()
    {
        await Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var another = Host.Request();
            var other = another.ServiceProvider.GetRequiredService<LedgerContext>();
            other.AddRange(new Customer { Name = "Cas" }, new Customer { Name = "Dik" });
            await other.SaveChangesAsync(Token);
        });
        var (ann, bob) = (new Customer { Name = "Ann" }, new Customer { Name = "Bob" });
        Context.AddRange(ann, bob);
        List<(int Ann, int Bob, int Tracked)> seen = [];

        await Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                seen.Add((ann.Id, bob.Id, Context.Entry(ann).Property(customer => customer.Id).CurrentValue));
                Context.ChangeTracker.DetectChanges();
                await RememberAsync(gdpr, ct);
                if (seen.Count < 3)
                {
                    throw new TransientException();
                }
            },
            Token);

        seen.Should().HaveCount(3).And.OnlyContain(keys => keys.Ann > 2 && keys.Bob > keys.Ann && keys.Tracked == keys.Ann);
        (await Context.Customers.AsNoTracking().OrderBy(customer => customer.Id).Select(customer => customer.Name).ToListAsync(Token)).Should().Equal("Cas", "Dik", "Ann", "Bob");
        (ann.Id, bob.Id).Should().Be((seen[^1].Ann, seen[^1].Bob));
        Context.Entry(ann).State.Should().Be(EntityState.Unchanged);
        (await Host.CountAsync(Stream)).Should().Be((4, 1));
    }

    [Fact]
    public async Task When_remembering_fails_neither_is_saved_and_saving_again_saves_once()
    {
        Context.Add(new Customer { Name = "Ann" });
        var saving = () => Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                await RememberAsync(gdpr, ct);
                throw new InvalidOperationException("the host fails after the first entry");
            },
            Token);

        await saving.Should().ThrowAsync<InvalidOperationException>().WithMessage("the host fails*");
        (await Host.CountAsync(Stream)).Should().Be((0, 0));

        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_transaction_that_is_tried_again_is_written_once()
    {
        Context.Add(new Customer { Name = "Ann" });
        var attempts = 0;

        await Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                await RememberAsync(gdpr, ct);
                if (++attempts < 3)
                {
                    throw new TransientException();
                }
            },
            Token);

        attempts.Should().Be(3);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_not_repeated()
    {
        Context.Add(new Customer { Name = "Ann" });
        Host.Answer.IsAhead = true;

        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);

        Host.Answer.IsAhead.Should().BeFalse("the answer was lost");
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_transaction_of_the_host_both_wait_for_its_end(bool commits)
    {
        await Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Context.Database.BeginTransactionAsync(Token);
            Context.Add(new Customer { Name = "Ann" });
            await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
            await (commits ? transaction.CommitAsync(Token) : transaction.RollbackAsync(Token));
        });

        (await Host.CountAsync(Stream)).Should().Be(commits ? (1, 1) : (0, 0));
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_not_repeated_when_nothing_but_a_link_was_remembered()
    {
        Context.Add(new Customer { Name = "Ann" });
        Host.Answer.IsAhead = true;

        await Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) => await gdpr.Subjects.LinkAsync([SubjectId.Of(Key<SubjectKind>.Parse("customers"), 1)], gdpr.Clock.GetCurrentInstant(), ct),
            Token);

        Host.Answer.IsAhead.Should().BeFalse("the answer was lost");
        (await Host.CountAsync(Stream)).Should().Be((1, 0));
    }

    [Fact]
    public async Task What_tells_whether_a_commit_took_place_is_not_left_behind()
    {
        Context.Add(new Customer { Name = "Ann" });

        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);

        (await Context.Database.SqlQueryRaw<int>("""SELECT count(*) AS "Value" FROM gdpr_lease""").SingleAsync(Token)).Should().Be(0);
    }

    [Theory]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(IOException))]
    public async Task Whatever_happens_when_what_tells_so_is_removed_a_save_that_was_committed_succeeded(Type fault)
    {
        Context.Add(new Customer { Name = "Ann" });

        var saved = await Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                await RememberAsync(gdpr, ct);

                // Who opens the connection next is who removes it.
                Host.Door.Fault = (Exception)Activator.CreateInstance(fault)!;
            },
            Token);

        saved.Should().Be(1);
        Host.Door.Fault.Should().BeNull("it failed");
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
        Context.ChangeTracker.HasChanges().Should().BeFalse();
        (await LeasesAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task What_a_crash_left_behind_goes_after_a_day_and_leases_of_others_stay()
    {
        LeaseName[] others = [LeaseName.Parse("gdprkit.archive"), LeaseName.Parse("gdprkit.sweep")];
        foreach (var other in others)
        {
            await Store.LeaseAsync(LeaseRequest.Take(other, Guid.NewGuid(), Host.Clock.GetCurrentInstant(), Duration.FromMinutes(1)), Token);
        }

        Context.Add(new Customer { Name = "Ann" });
        await FullDisk.FillAsync(Context, "DELETE ON gdpr_lease", times: 1);
        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        var left = (await LeasesAsync()).Should().HaveCount(3).And.ContainSingle(name => name.StartsWith("gdprkit.commit.", StringComparison.Ordinal)).Which;

        Host.Clock.Advance(Duration.FromDays(1));
        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        (await LeasesAsync()).Should().HaveCount(3).And.Contain(left, "another one may still ask about it");

        Host.Clock.Advance(Duration.FromMilliseconds(1));
        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        (await LeasesAsync()).Should().BeEquivalentTo(others.Select(name => name.ToString()));
    }

    [Fact]
    public async Task Who_cancels_while_remembering_finds_nothing_written_and_can_save_again()
    {
        Context.Add(new Customer { Name = "Ann" });
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var saving = () => Context.SaveChangesWithGdprAsync(
            async (gdpr, _) =>
            {
                await RememberAsync(gdpr, Token);
                await cancellation.CancelAsync();
            },
            cancellation.Token);

        await saving.Should().ThrowAsync<OperationCanceledException>();
        (await Host.CountAsync(Stream)).Should().Be((0, 0));

        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    [Fact]
    public async Task In_a_transaction_of_the_host_that_goes_on_after_a_failure_neither_is_saved()
    {
        await Context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Context.Database.BeginTransactionAsync(Token);
            Context.Add(new Customer { Name = "Ann" });
            var saving = () => Context.SaveChangesWithGdprAsync((_, _) => throw new InvalidOperationException("the host fails"), Token);
            await saving.Should().ThrowAsync<InvalidOperationException>().WithMessage("the host fails");
            await transaction.CommitAsync(Token);
        });

        (await Host.CountAsync(Stream)).Should().Be((0, 0));
        Context.ChangeTracker.HasChanges().Should().BeTrue("the customer can still be saved");

        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    [Theory]
    [InlineData("a row that was saved")]
    [InlineData("a row that was read")]
    [InlineData("a row that was removed")]
    [InlineData("a new row")]
    [InlineData("a save of its own")]
    public async Task What_is_changed_while_it_is_remembered_is_refused_because_nobody_would_save_it(string what)
    {
        var (bob, cas) = (new Customer { Name = "Bob" }, new Customer { Name = "Cas" });
        Context.AddRange(bob, cas);
        await Context.SaveChangesAsync(Token);
        var ann = new Customer { Name = "Ann" };
        Context.Add(ann);
        Context.Remove(cas);
        var saving = () => Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                await RememberAsync(gdpr, ct);
                _ = what switch
                {
                    "a row that was saved" => ann.Name = "Anna",
                    "a row that was read" => bob.Name = "Bobby",
                    "a row that was removed" => Context.Entry(cas).State = EntityState.Unchanged,
                    "a new row" => Context.Add(new Customer { Name = "Dik" }),
                    _ => await AcceptAsync(),
                };
            },
            Token);

        (await saving.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3163: *Customer*SaveChangesWithGdprAsync*");
        (await Host.CountAsync(Stream)).Should().Be((2, 0));

        async Task<object> AcceptAsync()
        {
            await Task.Yield();
            Context.ChangeTracker.AcceptAllChanges();
            return what;
        }
    }

    [Fact]
    public async Task A_row_that_is_read_while_it_is_remembered_is_no_change()
    {
        await using (var another = Host.Request())
        {
            var other = another.ServiceProvider.GetRequiredService<LedgerContext>();
            other.Add(new Customer { Name = "Bob" });
            await other.SaveChangesAsync(Token);
        }

        Context.Add(new Customer { Name = "Ann" });

        await Context.SaveChangesWithGdprAsync(
            async (gdpr, ct) =>
            {
                (await Context.Customers.OrderBy(customer => customer.Id).Select(customer => customer.Name).ToListAsync(ct)).Should().Equal("Bob", "Ann");
                await RememberAsync(gdpr, ct);
            },
            Token);

        (await Host.CountAsync(Stream)).Should().Be((2, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_transaction_that_Entity_Framework_Core_was_not_told_of_is_refused(bool hasEntry)
    {
        await Context.Database.OpenConnectionAsync(Token);
        await using (await Context.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.Serializable, Token))
        {
            var store = Services.GetRequiredService<ILedgerStore>();
            var appending = async () => await store.AppendAsync(AppendBatch.Of([hasEntry ? First() : Claim()]), Token);

            (await appending.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3151");
        }

        await RememberAsync(Context.Gdpr(), Token);
        (await Host.CountAsync(Stream)).Should().Be((0, 1));
    }

    [Fact]
    public async Task Saving_in_a_transaction_that_Entity_Framework_Core_was_not_told_of_is_refused()
    {
        await Context.Database.OpenConnectionAsync(Token);
        await using (await Context.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.Serializable, Token))
        {
            Context.Add(new Customer { Name = "Ann" });
            var saving = () => Context.SaveChangesWithGdprAsync(RememberAsync, Token);

            (await saving.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3151");
        }

        await Context.SaveChangesWithGdprAsync(RememberAsync, Token);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    private Task<List<string>> LeasesAsync() => Context.Set<LeaseRow>().Select(lease => lease.Name).ToListAsync(Token);

    private static StreamAppend First()
    {
        var entry = Subscription.Start().Seal(Stream, 1, Instant.FromUtc(2026, 11, 26, 9, 30));
        return new StreamAppend(0, [entry], Claim().Head with { Stream = Stream, Version = 1 });
    }

    protected static StreamAppend Claim(string key = "claim")
    {
        var at = Instant.FromUtc(2026, 11, 26, 9, 30);
        return new StreamAppend(StreamAppend.Absent, [], new StreamHead
        {
            Stream = Subscription.StreamOf(SubjectRef.None, key),
            Version = 0,
            RecordedAt = at,
            FoldVersion = 1,
            Index = new StreamIndex(StreamStatus.Parse("claimed"), at),
            State = [],
        });
    }

    protected static async ValueTask RememberAsync(GdprUnitOfWork gdpr, CancellationToken cancellationToken) =>
        await gdpr.Streams.AppendAsync<Subscription>(Stream, null, _ => [Subscription.Start()], cancellationToken);
}
