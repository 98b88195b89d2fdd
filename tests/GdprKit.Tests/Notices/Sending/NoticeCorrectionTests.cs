using NodaTime;

namespace GdprKit;

/// <summary>What people read who are told after a correction.</summary>
public sealed class NoticeCorrectionTests : NoticeSendingTest
{
    [Fact]
    public async Task Who_is_told_after_a_correction_reads_what_is_new_and_not_that_nothing_is()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        await SendAsync(program, await PublishAndStartAsync(program));
        var changed = Program(TestRegisters.Shop(ConsentTest.Declare));
        Clock.Advance(Duration.FromHours(1));
        var change = await PublishAndStartAsync(changed);
        var corrected = Program(TestRegisters.Shop(register => ConsentTest.Declare(register.Security("Wij versleutelen alles.", "We encrypt everything."))));
        Clock.Advance(Duration.FromHours(1));
        var correction = await PublishAsync(corrected);

        await SendAsync(corrected, change);

        (correction.Significance, correction.TellsOf, correction.IsFirst).Should().Be((ChangeSignificance.Editorial, change.Digest, false));
        correction.News.Should().Equal(change.Summary).And.NotEqual(correction.Summary);
        System.Net.WebUtility.HtmlDecode(Transport.Mails[^1].Html).Should().Contain(change.Summary[Language.Dutch]).And.NotContain(correction.Summary[Language.Dutch]);
    }

    [Fact]
    public async Task Who_is_told_of_a_corrected_first_version_is_not_told_that_something_changes()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        var corrected = Program(TestRegisters.Shop(register => register.Security("Wij versleutelen alles.", "We encrypt everything.")));
        Clock.Advance(Duration.FromHours(1));
        await PublishAsync(corrected);

        await SendAsync(corrected, version);

        Transport.Mails.Should().ContainSingle().Which.Subject.Should().Be("Zo gaan wij met je gegevens om");
    }
}
