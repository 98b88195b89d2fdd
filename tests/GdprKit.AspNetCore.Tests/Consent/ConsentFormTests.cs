using System.Text;
using GdprKit.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Consent;

public sealed class ConsentFormTests : IAsyncDisposable
{
    private static readonly SubjectId Anna = SubjectId.Of(Webshop.Customers, 1);

    private static readonly SubjectId Bram = SubjectId.Of(Webshop.Customers, 2);

    private readonly FormHost _host = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_shown_is_what_is_recorded()
    {
        var question = await _host.AskAsync();
        _host.Clock.AdvanceMinutes(3);

        await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Anna);

        var record = await _host.Consents.FindAsync(Anna, Webshop.Newsletter, Cancel);
        record.Status.Should().Be(ConsentStatus.Given);
        record.GivenAt.Should().Be(_host.Clock.GetCurrentInstant());
        record.Wording.Should().Be(question.Wording.Digest);
        record.Language.Should().Be(Language.Dutch);
        record.Notice.Should().Be(_host.Notices.In(Language.Dutch).Digest);
        record.Mechanism.Should().Be(ConsentMechanism.Checkbox);
        record.Medium.Should().Be(ConsentMedium.Website);
        record.GivenBy.Should().Be(ConsentActor.Person);
        record.LastEntry.Should().Be(question.Id);
        var words = await _host.Store.ReadContentAsync(question.Wording.Digest, Cancel);
        Encoding.UTF8.GetString([.. words!.Bytes]).Should().Be(question.Wording.Text);
    }

    [Fact]
    public async Task A_box_that_was_left_empty_records_nothing_and_is_no_refusal()
    {
        var question = await _host.AskAsync();

        var form = await ReadAsync([question.Sealed]);

        form.Fault.Should().BeNull();
        form.Answers.Should().ContainSingle().Which.Agreed.Should().BeFalse();
        (await _host.Consents.FindAsync(Anna, Webshop.Newsletter, Cancel)).Status.Should().Be(ConsentStatus.Unknown);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_recorded_once()
    {
        var question = await _host.AskAsync();

        await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Anna);
        await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Anna);

        (await _host.Consents.ReadHistoryAsync(Anna, Webshop.Newsletter, Cancel).ToListAsync(Cancel)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_form_that_is_sent_again_after_a_withdrawal_gives_nothing_back()
    {
        var question = await _host.AskAsync();
        await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Anna);
        await _host.Consents.WithdrawAsync(Anna, Webshop.Newsletter, ConsentSignal.ByPersonOnline, Cancel);

        await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Anna);

        (await _host.Consents.FindAsync(Anna, Webshop.Newsletter, Cancel)).Status.Should().Be(ConsentStatus.Withdrawn);
    }

    [Fact]
    public async Task A_form_that_was_recorded_for_one_person_cannot_be_recorded_for_another()
    {
        var question = await _host.AskAsync();
        await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Anna);

        var again = async () => await RecordAsync(await ReadAsync([question.Sealed], question.Id.ToString()), Bram);

        await again.Should().ThrowAsync<LedgerException>();
        (await _host.Consents.FindAsync(Bram, Webshop.Newsletter, Cancel)).Status.Should().Be(ConsentStatus.Unknown);
    }

    [Theory]
    [InlineData(24, 0, true)]
    [InlineData(24, 1, false)]
    [InlineData(-24, 0, true)]
    [InlineData(-24, -1, false)]
    public async Task A_form_is_accepted_for_a_day(int hours, int seconds, bool accepted)
    {
        var question = await _host.AskAsync();
        _host.Clock.Advance(Duration.FromHours(hours) + Duration.FromSeconds(seconds));

        var form = await ReadAsync([question.Sealed], question.Id.ToString());

        (form.Fault is null).Should().Be(accepted);
        form.Fault?.Id.Should().Be("GDPR4521");
        form.Answers.IsEmpty.Should().Be(!accepted);
    }

    [Fact]
    public async Task A_form_of_before_a_change_of_the_register_is_refused_by_another_instance_with_the_same_keys()
    {
        var keys = new EphemeralDataProtectionProvider();
        await using var before = new FormHost(protection: keys);
        await using var same = new FormHost(protection: keys);
        await using var after = new FormHost(protection: keys, register: HostRegister.Create(email: "privacy@example.nl"));
        var question = await before.AskAsync();

        (await same.Forms.ReadAsync(same.Post([question.Sealed], question.Id.ToString()), null, Cancel)).Answers.Should().ContainSingle();
        (await after.Forms.ReadAsync(after.Post([question.Sealed], question.Id.ToString()), null, Cancel)).Fault!.Id.Should().Be("GDPR4525");
    }

    [Fact]
    public async Task Every_changed_character_of_the_sealed_field_is_noticed()
    {
        var question = await _host.AskAsync();

        // Of the last character some bits carry nothing.
        for (var place = 0; place < question.Sealed.Length - 1; place++)
        {
            var changed = question.Sealed.ToCharArray();
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            (await ReadAsync([new string(changed)], question.Id.ToString())).Fault!.Id.Should().Be("GDPR4520", "character {0} was changed", place);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not sealed")]
    [InlineData("AAAA")]
    public async Task What_was_never_sealed_is_refused(string text) => (await ReadAsync([text])).Fault!.Id.Should().Be("GDPR4520");

    [Fact]
    public async Task What_was_sealed_for_another_use_is_refused()
    {
        var other = _host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("AnotherUse");
        var foreign = WebEncoders.Base64UrlEncode(other.Protect(Encoding.UTF8.GetBytes("{}")));

        (await ReadAsync([foreign])).Fault!.Id.Should().Be("GDPR4520");
    }

    [Fact]
    public async Task A_tick_without_its_question_refuses_the_whole_form()
    {
        var (shown, other) = (await _host.AskAsync(), await _host.AskAsync());

        var form = await ReadAsync([shown.Sealed], shown.Id.ToString(), other.Id.ToString());

        form.Fault!.Id.Should().Be("GDPR4520");
        form.Answers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("on")]
    [InlineData("true")]
    [InlineData("")]
    public async Task A_tick_that_names_no_question_is_refused(string tick)
    {
        var question = await _host.AskAsync();

        (await ReadAsync([question.Sealed], tick)).Fault!.Id.Should().Be("GDPR4520");
    }

    [Fact]
    public async Task A_form_with_far_too_many_questions_is_not_looked_into()
    {
        var question = await _host.AskAsync();

        (await ReadAsync(Enumerable.Repeat(question.Sealed, 65))).Fault!.Id.Should().Be("GDPR4520");
        (await ReadAsync(Enumerable.Repeat(question.Sealed, 64))).Answers.Should().ContainSingle("the same question is one question");
    }

    [Fact]
    public async Task A_form_about_one_person_is_not_read_for_another()
    {
        var question = await _host.AskAsync(person: Anna);
        var request = _host.Post([question.Sealed], question.Id.ToString());

        (await _host.Forms.ReadAsync(request, Bram, Cancel)).Fault!.Id.Should().Be("GDPR4520");
        (await _host.Forms.ReadAsync(request, null, Cancel)).Fault!.Id.Should().Be("GDPR4520");
        (await _host.Forms.ReadAsync(request, Anna, Cancel)).Answers.Should().ContainSingle().Which.Agreed.Should().BeTrue();
    }

    [Fact]
    public async Task A_refused_form_cannot_be_recorded()
    {
        var form = await ReadAsync(["not sealed"]);

        var record = async () => await RecordAsync(form, Anna);

        (await record.Should().ThrowAsync<InvalidOperationException>()).WithMessage("GDPR4522*");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task Only_a_form_that_is_posted_has_answers(string method)
    {
        var question = await _host.AskAsync();
        var request = _host.Post([question.Sealed], question.Id.ToString());
        request.Method = method;

        var form = await _host.Forms.ReadAsync(request, null, Cancel);

        form.Answers.Should().BeEmpty();
        form.Fault.Should().BeNull();
    }

    [Fact]
    public async Task A_request_without_a_form_has_no_answers()
    {
        var context = new DefaultHttpContext { RequestServices = _host.Services };
        context.Request.Method = "POST";
        context.Request.ContentType = "application/json";

        var form = await ConsentForm.BindAsync(context, null!);

        form.Answers.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_reads_another_language_is_asked_in_the_main_one()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("fr-FR");

        (await _host.AskAsync()).Wording.Language.Should().Be(Language.Dutch);
        (await _host.AskAsync(Language.English)).Wording.Language.Should().Be(Language.English);
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_rests_on_another_basis()
    {
        var ask = async () => await _host.Forms.AskAsync(Webshop.Orders, cancellationToken: Cancel);

        (await ask.Should().ThrowAsync<ConsentException>()).Which.Id.Should().Be("GDPR1202");
    }

    [Fact]
    public async Task The_sealed_field_tells_nobody_what_it_is_about()
    {
        var question = await _host.AskAsync(person: Anna);
        var bytes = WebEncoders.Base64UrlDecode(question.Sealed);

        Encoding.Latin1.GetString(bytes).Should().NotContain("newsletter").And.NotContain(question.Wording.Text);
        question.ToString().Should().NotContain(question.Sealed);
    }

    [Fact]
    public async Task A_refused_form_is_an_error_of_the_model_in_the_language_of_the_visitor()
    {
        var request = _host.Post(["not sealed"]);
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new() { HttpContext = request.HttpContext },
            ModelName = "form",
            ModelState = new ModelStateDictionary(),
        };

        await new ConsentFormBinder().BindModelAsync(binding);

        binding.ModelState["form"]!.Errors.Should().ContainSingle().Which.ErrorMessage.Should().StartWith("GDPR4520: De vragen over toestemming");
        binding.Result.IsModelSet.Should().BeTrue();
    }

    [Fact]
    public async Task Forms_that_are_accepted_for_no_time_are_refused_at_start()
    {
        await using var host = new FormHost(options => options.AcceptedFor = Duration.Zero);

        var start = () => host.Services.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().WithMessage("GDPR4524*");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private ValueTask<ConsentForm> ReadAsync(IEnumerable<string> questions, params IEnumerable<string> ticked) =>
        _host.Forms.ReadAsync(_host.Post(questions, ticked), null, Cancel);

    private ValueTask RecordAsync(ConsentForm form, SubjectId person) => form.RecordAsync(_host.Consents, person, Cancel);
}
