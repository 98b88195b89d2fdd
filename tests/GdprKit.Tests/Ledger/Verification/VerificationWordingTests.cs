using NodaTime;

namespace GdprKit.Ledger;

public sealed class VerificationWordingTests
{
    public static IEnumerable<TheoryDataRow<string>> Languages => [new("nl"), new("en")];

    [Theory, MemberData(nameof(Languages))]
    public void Every_fault_has_a_sentence_of_its_own_and_something_to_do(string language)
    {
        var words = Words(language);
        var faults = Enum.GetValues<VerificationFault>();

        faults.Select(words.Sentence).Should().OnlyHaveUniqueItems().And.OnlyContain(sentence => sentence.EndsWith('.'));
        faults.Select(words.Remedy).Should().OnlyContain(remedy => remedy.EndsWith('.'));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_state_of_the_mirror_has_a_sentence_and_something_to_do_where_that_is_needed(string language)
    {
        var words = Words(language);
        foreach (var state in Enum.GetValues<MirrorState>())
        {
            words.Sentence(state).Should().EndWith(".");
            if (new MirrorStanding { State = state, Size = 1, KnownMirrored = 0 }.NeedsAttention)
            {
                words.Remedy(state).Should().EndWith(".", $"{state} needs attention");
            }
        }

        Enum.GetValues<MirrorState>().Select(words.Sentence).Should().OnlyHaveUniqueItems();
        words.Remedy(MirrorState.Level).Should().BeEmpty();
    }

    [Fact]
    public void No_language_lacks_words()
    {
        foreach (var fault in Enum.GetValues<VerificationFault>())
        {
            Words("nl").Sentence(fault).Should().NotBe(Words("en").Sentence(fault));
            Words("nl").Remedy(fault).Should().NotBe(Words("en").Remedy(fault));
        }

        foreach (var state in Enum.GetValues<MirrorState>())
        {
            Words("nl").Sentence(state).Should().NotBe(Words("en").Sentence(state));
        }

        VerificationWording.In(Language.Parse("de")).Should().BeSameAs(Words("en"));
    }

    [Theory]
    [InlineData("nl", 0, 1, "Het logboek klopt: 1 regel is nagerekend.")]
    [InlineData("nl", 0, 12, "Het logboek klopt: 12 regels zijn nagerekend.")]
    [InlineData("nl", 1, 12, "Het logboek klopt niet: er is 1 fout gevonden.")]
    [InlineData("nl", 3, 12, "Het logboek klopt niet: er zijn 3 fouten gevonden.")]
    [InlineData("en", 0, 1, "The log is sound: 1 line was checked.")]
    [InlineData("en", 0, 12, "The log is sound: 12 lines were checked.")]
    [InlineData("en", 1, 12, "The log is not sound: 1 fault was found.")]
    [InlineData("en", 3, 12, "The log is not sound: 3 faults were found.")]
    public void What_came_of_it_is_said_in_a_sentence(string language, int faults, int entries, string sentence) => Words(language).Summary(new VerificationReport
    {
        At = Instant.FromUtc(2026, 11, 26, 9, 30),
        Tree = MerkleTree.Empty,
        Entries = entries,
        Expired = 0,
        Pending = 0,
        Heads = 0,
        Mirror = new MirrorStanding { State = MirrorState.NotKept, Size = entries, KnownMirrored = 0 },
        Faults = faults,
        Findings = [],
    }).Should().Be(sentence);

    [Theory]
    [InlineData("nl", "Positie 7: Wat hier was vastgelegd, is achteraf veranderd.")]
    [InlineData("en", "Position 7: What was recorded here was changed afterwards.")]
    public void A_finding_says_where_it_is(string language, string sentence)
    {
        Words(language).Tell(new VerificationFinding(VerificationFault.EntryChanged, 7)).Should().Be(sentence);
        Words(language).Tell(new VerificationFinding(VerificationFault.Stray)).Should().Be(Words(language).Sentence(VerificationFault.Stray));
    }

    private static VerificationWording Words(string language) => VerificationWording.In(Language.Parse(language));
}
