using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class NoticeBouncesTests : NoticeSendingTest
{
    [Theory]
    [InlineData("{0}")]
    [InlineData(" <{0}> ")]
    public async Task A_mail_that_came_back_is_found_by_its_id(string written)
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);

        var outcome = await RecordAsync(program, written.Replace("{0}", IdTo(7), StringComparison.Ordinal));

        outcome.Should().Be(BounceOutcome.Taken);
        (await FindAsync(program, version, 7)).Status.Should().Be(NoticeDeliveryStatus.Bounced);
        (await ReportAsync(program, version)).Should().BeEquivalentTo(new { Sent = 9L, Bounced = 1L });
        (await RecordAsync(program, IdTo(7))).Should().Be(BounceOutcome.Taken, "a report that is sent twice counts once");
    }

    [Fact]
    public async Task A_reminder_and_a_mail_about_an_earlier_version_are_found_too()
    {
        var program = Program();
        var first = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(7) });
        await SendAsync(program, first);
        Clock.Advance(Duration.FromDays(8));
        await SendAsync(program, first);
        var reminder = Transport.Mails.Last(mail => mail.To == "c3@example.org").MessageId;
        var notice = IdTo(4);
        await PublishAndStartAsync(Program(TestRegisters.Shop(ConsentTest.Declare)));

        (await RecordAsync(program, reminder)).Should().Be(BounceOutcome.Taken);
        (await RecordAsync(program, notice)).Should().Be(BounceOutcome.Taken);

        reminder.Should().NotBe(IdTo(3));
        (await FindAsync(program, first, 3)).Status.Should().Be(NoticeDeliveryStatus.Bounced);
        (await FindAsync(program, first, 4)).Status.Should().Be(NoticeDeliveryStatus.Bounced);
    }

    [Fact]
    public async Task A_delay_changes_nothing()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);

        (await RecordAsync(program, IdTo(7), isPermanent: false)).Should().Be(BounceOutcome.Temporary);

        (await ReportAsync(program, version)).Sent.Should().Be(10);
    }

    [Fact]
    public async Task A_forged_report_makes_nobody_unreachable()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        var real = IdTo(7);

        var forged = Enumerable.Range(0, real.IndexOf('@', StringComparison.Ordinal)).Select(at => $"{real[..at]}{(real[at] == '0' ? '1' : '0')}{real[(at + 1)..]}")
            .Concat(["", "@", "x@shop.example", real[1..], $"0{real}", real.ToUpperInvariant(), $"{new string('0', 42)}@shop.example", new string('f', 42)]);

        foreach (var id in forged)
        {
            (await RecordAsync(program, id)).Should().Be(BounceOutcome.Unknown, id);
        }

        (await ReportAsync(program, version)).Sent.Should().Be(10);
    }

    [Fact]
    public async Task Of_somebody_whose_data_were_removed_nothing_is_recorded()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        await program.GetRequiredService<ISubjectDirectory>().UnlinkAsync([Person(7)], Token);

        (await RecordAsync(program, IdTo(7))).Should().Be(BounceOutcome.Unknown);
    }

    [Fact]
    public async Task The_id_of_a_mail_holds_no_more_of_the_ref_than_finds_it()
    {
        var program = Program();
        await SendAsync(program, await PublishAndStartAsync(program));
        var person = (await program.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([Person(7)], Token))[0].Ref.ToString();

        IdTo(7).Should().StartWith(person[..10]).And.NotContain(person[10..16]);
    }

    [Fact]
    public async Task Without_a_reader_a_mail_cannot_be_taken_and_it_says_so()
    {
        var program = Program();
        using var message = new MemoryStream();

        var take = async () => await program.GetRequiredService<NoticeBounces>().RecordAsync(message, Token);

        await take.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR3115*");
    }

    private string IdTo(int id) => Transport.Mails.First(mail => mail.To == $"c{id}@example.org").MessageId;

    private static async Task<BounceOutcome> RecordAsync(IServiceProvider program, string messageId, bool isPermanent = true) =>
        await program.GetRequiredService<NoticeBounces>().RecordAsync(new MailBounce(messageId, isPermanent), Token);
}
