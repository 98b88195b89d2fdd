using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.InMemory.Retention;

/// <summary>Nothing goes that nobody approved, and nothing else than what was approved.</summary>
public sealed class ApprovalTests : RunTest
{
    [Fact]
    public async Task What_a_preview_shows_goes_once_it_is_approved_and_is_counted_exactly()
    {
        Bought(1, 3, 5, 0);
        (await Runner.RunAsync(Token)).Run.Should().BeNull("nobody approved anything");

        var id = await ApproveAsync();
        (await FindAsync(id)).Should().BeEquivalentTo(new { Status = RunStatus.Approved, ApprovedBy = Owner.Key, Approved = 2L, Done = 0L, Day = new LocalDate(2026, 11, 26) });
        Buyers.Should().HaveCount(4);
        var run = (await Runner.RunAsync(Token)).Run!;

        run.Id.Should().Be(id);
        run.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 2L });
        Buyers.Select(buyer => buyer.BoughtOn!.Value.Year).Should().Equal(2025, 2026);
        (await Runner.RunAsync(Token)).Run.Should().BeNull("it is done");
        (await Runs.ListAsync(Token).ToListAsync(Token)).Should().ContainSingle().Which.Run.Should().BeEquivalentTo(run.Run);
    }

    [Fact]
    public async Task A_preview_of_yesterday_is_refused()
    {
        Bought(3);
        var yesterday = await Retention.PreviewAsync(Token);
        Clock.AdvanceDays(1);

        await Runs.Invoking(runs => runs.ApproveAsync(yesterday.Digest, Owner, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1700: *Look at the preview of now*");
        Buyers.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_preview_that_shows_less_than_what_would_go_now_is_refused_and_one_that_shows_a_little_less_is_not()
    {
        Bought([.. Enumerable.Repeat(3, 20)]);
        var seen = await Retention.PreviewAsync(Token);
        Bought(3, 4, 5);
        await Runs.Invoking(runs => runs.ApproveAsync(seen.Digest, Owner, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1700: *");

        Buyers.RemoveAt(0);

        var run = await Runs.ApproveAsync(seen.Digest, Owner, Token);
        (await FindAsync(run)).Approved.Should().Be(20, "that is what was seen");
        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, Done = 22L }, "two more than was seen are within a tenth of it");
    }

    [Fact]
    public async Task Nothing_due_is_nothing_to_approve()
    {
        Bought(1);

        await this.Invoking(test => test.ApproveAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1701: *");
    }

    [Fact]
    public async Task One_run_is_approved_at_a_time()
    {
        Bought(3);
        var first = await ApproveAsync();

        await this.Invoking(test => test.ApproveAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1705: *");

        await Runs.CancelAsync(first, Owner, Token);
        await ApproveAsync();
    }

    [Fact]
    public async Task Two_people_approve_where_that_is_asked()
    {
        Configure = options => options.NeedsSecondPerson = true;
        Bought(3);
        var id = await ApproveAsync();
        (await Runner.RunAsync(Token)).Run.Should().BeNull("one is not enough");

        await Runs.Invoking(runs => runs.ConfirmAsync(id, Owner, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1703: *Let somebody else*");
        await Runs.ConfirmAsync(id, Colleague, Token);
        (await Runs.ConfirmAsync(id, Colleague, Token)).Status.Should().Be(RunStatus.Approved, "saying it again is no fault");

        (await Runner.RunAsync(Token)).Run!.Run.Should().BeEquivalentTo(new { Status = RunStatus.Completed, ConfirmedBy = Colleague.Key });
    }

    [Fact]
    public async Task An_approval_expires()
    {
        Bought(3);
        await ApproveAsync();
        Clock.AdvanceDays(7);

        (await Runner.RunAsync(Token)).Run!.Run.Status.Should().Be(RunStatus.Expired);
        Buyers.Should().HaveCount(1);
        await ApproveAsync();
    }

    [Fact]
    public async Task What_nobody_confirms_in_time_expires_and_is_in_nobody_s_way()
    {
        Configure = options => options.NeedsSecondPerson = true;
        Bought(3);
        var id = await ApproveAsync();
        Clock.AdvanceDays(7);

        (await Runner.RunAsync(Token)).Run!.Run.Status.Should().Be(RunStatus.Expired);

        await Runs.Invoking(runs => runs.ConfirmAsync(id, Colleague, Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR1704: *");
        await ApproveAsync();
        Buyers.Should().HaveCount(1);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_confirmed()
    {
        await Runs.Invoking(runs => runs.ConfirmAsync(EntryId.New(Clock.GetCurrentInstant()), Owner, Token).AsTask()).Should().ThrowAsync<ArgumentException>().WithMessage("GDPR1702: *");
    }
}
