using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>The strategy of a host learns that the disk is full, and can wait for room; what was done before is done once.</summary>
public abstract class FullDiskRetryTests : LedgerHostTests
{
    private static readonly SubjectRef Person = SubjectRef.Parse("000102030405060708090a0b0c0d0e0f");

    private static readonly StreamId Stream = Subscription.StreamOf(Person);

    [Fact]
    public async Task Forgetting_goes_on_when_there_is_room_and_tells_how_much_went()
    {
        var told = RetryWhenFull();
        await AppendAsync();
        await FullDisk.FillAsync(Context, "DELETE ON gdpr_entry_details", times: 2);

        (await Store.ForgetDetailsAsync(HeadFilter.About(Person), Token)).Should().Be(2);

        told.Should().HaveCount(2);
        (await Context.Set<LeaseRow>().CountAsync(Token)).Should().Be(0);
    }

    [Fact]
    public async Task A_save_goes_on_when_there_is_room_and_is_written_once_with_what_is_remembered()
    {
        var told = RetryWhenFull();
        await FullDisk.FillAsync(Context, "INSERT ON gdpr_entry", times: 2);
        Context.Add(new Customer { Name = "Ann" });

        (await Context.SaveChangesWithGdprAsync(RememberAsync, Token)).Should().Be(1);

        told.Should().HaveCount(2);
        (await Host.CountAsync(Stream)).Should().Be((1, 1));
    }

    [Fact]
    public async Task Forgetting_without_room_in_the_end_is_refused_with_a_remedy_and_nothing_went()
    {
        var told = RetryWhenFull();
        await AppendAsync();
        await FullDisk.FillAsync(Context, "DELETE ON gdpr_entry_details");
        var forgetting = async () => await Store.ForgetDetailsAsync(HeadFilter.About(Person), Token);

        (await forgetting.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3107: *Make room*");

        told.Should().HaveCount(4, "it was tried again three times");
        (await Context.Set<LedgerDetailsRow>().CountAsync(Token)).Should().Be(2);
    }

    [Fact]
    public async Task A_save_without_room_in_the_end_is_refused_with_a_remedy_and_neither_is_written()
    {
        var told = RetryWhenFull();
        await FullDisk.FillAsync(Context, "INSERT ON gdpr_entry");
        Context.Add(new Customer { Name = "Ann" });
        var saving = () => Context.SaveChangesWithGdprAsync(RememberAsync, Token);

        (await saving.Should().ThrowAsync<LedgerException>()).WithMessage("GDPR3107: *Make room*");

        told.Should().HaveCount(4, "it was tried again three times");
        (await Host.CountAsync(Stream)).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_save_that_was_committed_succeeded_also_when_the_disk_is_full_as_what_tells_so_is_removed()
    {
        await FullDisk.FillAsync(Context, "DELETE ON gdpr_lease");
        Context.Add(new Customer { Name = "Ann" });

        (await Context.SaveChangesWithGdprAsync(RememberAsync, Token)).Should().Be(1);

        (await Host.CountAsync(Stream)).Should().Be((1, 1));
        Context.ChangeTracker.HasChanges().Should().BeFalse();
        (await Context.Set<LeaseRow>().CountAsync(Token)).Should().Be(1, "it could not be removed");
    }

    [Fact]
    public async Task What_went_is_told_also_when_the_disk_is_full_as_what_tells_that_it_was_committed_is_removed()
    {
        await AppendAsync();
        await FullDisk.FillAsync(Context, "DELETE ON gdpr_lease");

        (await Store.ForgetDetailsAsync(HeadFilter.About(Person), Token)).Should().Be(2);

        (await Context.Set<LeaseRow>().CountAsync(Token)).Should().Be(1, "it could not be removed");
    }

    private static async ValueTask RememberAsync(GdprUnitOfWork gdpr, CancellationToken cancellationToken) =>
        await gdpr.Streams.AppendAsync<Subscription>(Stream, null, _ => [Subscription.Start()], cancellationToken);

    private HashSet<Exception> RetryWhenFull()
    {
        // A strategy is asked about an error more than once.
        HashSet<Exception> told = new(ReferenceEqualityComparer.Instance);
        Host.IsAlsoTransient = exception =>
        {
            if (!FullDisk.IsSaid(exception))
            {
                return false;
            }

            told.Add(exception);
            return true;
        };
        return told;
    }

    private async Task AppendAsync() =>
        (await Store.AppendAsync(AppendBatch.Of([WholeAppend.To(Stream, Host.Clock.GetCurrentInstant(), count: 2, note: "told by telephone")]), Token)).Should().BeOfType<AppendResult.Appended>();
}
