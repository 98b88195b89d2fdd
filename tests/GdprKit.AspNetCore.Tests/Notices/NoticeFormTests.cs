using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using GdprKit.Consent;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Notices;

public sealed class NoticeFormTests : IAsyncDisposable
{
    private static readonly SubjectId Anna = SubjectId.Of(Webshop.Customers, 1);

    private static readonly SubjectId Bram = SubjectId.Of(Webshop.Customers, 2);

    private readonly FormHost _host = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_shown_is_what_is_acknowledged()
    {
        var box = await _host.NoticeForms.OfferAsync(label: "Gelezen en begrepen", cancellationToken: Cancel);

        var form = await ReadAsync([box.Sealed], box.Id.ToString());

        form.Fault.Should().BeNull();
        form.Acknowledgement.Should().BeEquivalentTo(new { Notice = new { Text = _host.Notices.In(Language.Dutch).Digest, Version = (Digest?)null }, Label = "Gelezen en begrepen", box.Id });
    }

    [Theory]
    [InlineData("nl-NL", "nl", "Ik heb de privacyverklaring gelezen")]
    [InlineData("en-IE", "en", "I have read the privacy notice")]
    [InlineData("fr-FR", "nl", "Ik heb de privacyverklaring gelezen")]
    public async Task The_box_is_empty_and_speaks_the_language_of_the_visitor(string culture, string language, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var page = await new HtmlParser().ParseDocumentAsync($"<form>{await RenderAsync(new NoticeTagHelper(_host.NoticeForms))}</form>", Cancel);

        var box = page.QuerySelector($"label[lang={language}] > input[type=checkbox][name=gdpr-notice-read]")!;
        box.HasAttribute("checked").Should().BeFalse();
        box.HasAttribute("required").Should().BeFalse("nothing depends on it");
        box.ParentElement!.TextContent.Trim().Should().Be(words);
        page.QuerySelectorAll("input[type=hidden][name=gdpr-notice]").Should().ContainSingle();
    }

    [Fact]
    public async Task Who_leaves_the_box_empty_acknowledges_nothing_and_goes_on()
    {
        var form = await ReadAsync([(await _host.NoticeForms.OfferAsync(cancellationToken: Cancel)).Sealed]);

        form.Acknowledgement.Should().BeNull();
        form.Fault.Should().BeNull();
    }

    [Fact]
    public async Task A_form_without_the_box_goes_on_too()
    {
        var form = await ReadAsync([]);

        form.Acknowledgement.Should().BeNull();
        form.Fault.Should().BeNull();
    }

    [Theory]
    [InlineData("GET", "application/x-www-form-urlencoded")]
    [InlineData("POST", "application/json")]
    public async Task Only_a_form_that_is_posted_acknowledges(string method, string type)
    {
        var box = await _host.NoticeForms.OfferAsync(cancellationToken: Cancel);
        var request = _host.Post((NoticeFormFields.Notice, [box.Sealed]), (NoticeFormFields.Read, [box.Id.ToString()]));
        (request.Method, request.ContentType) = (method, type);
        if (method == "POST")
        {
            request.HttpContext.Features.Set<IFormFeature>(null);
        }

        (await NoticeForm.BindAsync(request.HttpContext, null!)).Should().BeEquivalentTo(new { Acknowledgement = (object?)null, Fault = (object?)null });
    }

    [Fact]
    public async Task Every_changed_character_of_the_sealed_field_is_noticed()
    {
        var box = await _host.NoticeForms.OfferAsync(cancellationToken: Cancel);

        // Of the last character some bits carry nothing.
        for (var place = 0; place < box.Sealed.Length - 1; place++)
        {
            var changed = box.Sealed.ToCharArray();
            changed[place] = changed[place] == 'A' ? 'B' : 'A';
            (await ReadAsync([new string(changed)], box.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "character {0} was changed", place);
        }
    }

    [Fact]
    public async Task What_is_not_ours_is_refused()
    {
        var (box, other) = (await _host.NoticeForms.OfferAsync(cancellationToken: Cancel), await _host.NoticeForms.OfferAsync(cancellationToken: Cancel));
        var question = await _host.AskAsync();
        var foreign = WebEncoders.Base64UrlEncode(
            _host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("AnotherUse").Protect(Encoding.UTF8.GetBytes("{}")));

        (await ReadAsync([box.Sealed], other.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "the tick is of another box");
        (await ReadAsync([box.Sealed], "on")).Fault!.Id.Should().Be("GDPR4530", "the tick names no box");
        (await ReadAsync([], box.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "the box is missing");
        (await ReadAsync([box.Sealed, other.Sealed], box.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "there are two boxes");
        (await ReadAsync([foreign], box.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "it is for another use");
        (await ReadAsync([question.Sealed], question.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "a question about consent is none about the notice");
        (await ReadAsync([""], box.Id.ToString())).Fault!.Id.Should().Be("GDPR4530", "nothing is sealed");
    }

    [Fact]
    public async Task The_box_of_one_person_is_not_read_for_another()
    {
        var box = await _host.NoticeForms.OfferAsync(person: Anna, cancellationToken: Cancel);
        var request = _host.Post((NoticeFormFields.Notice, [box.Sealed]), (NoticeFormFields.Read, [box.Id.ToString()]));

        (await _host.NoticeForms.ReadAsync(request, Bram, Cancel)).Fault!.Id.Should().Be("GDPR4530");
        (await _host.NoticeForms.ReadAsync(request, null, Cancel)).Fault!.Id.Should().Be("GDPR4530");
        (await _host.NoticeForms.ReadAsync(request, Anna, Cancel)).Acknowledgement.Should().NotBeNull();
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    [InlineData(-25, false)]
    public async Task A_form_is_accepted_for_a_day(int hours, bool accepted)
    {
        var box = await _host.NoticeForms.OfferAsync(cancellationToken: Cancel);
        _host.Clock.AdvanceHours(hours);

        var form = await ReadAsync([box.Sealed], box.Id.ToString());

        form.Fault?.Id.Should().Be("GDPR4531");
        (form.Acknowledgement is not null).Should().Be(accepted);
    }

    [Fact]
    public async Task A_notice_that_changed_meanwhile_is_not_said_to_be_read()
    {
        var keys = new EphemeralDataProtectionProvider();
        await using var before = new FormHost(protection: keys);
        await using var after = new FormHost(protection: keys, register: HostRegister.Create("privacy@example.nl"));
        var box = await before.NoticeForms.OfferAsync(cancellationToken: Cancel);

        (await ReadAsync(before, [box.Sealed], box.Id.ToString())).Acknowledgement.Should().NotBeNull();
        (await ReadAsync(after, [box.Sealed], box.Id.ToString())).Fault!.Id.Should().Be("GDPR4532");
        (await ReadAsync(after, [box.Sealed])).Fault.Should().BeNull("who left the box empty said nothing about either");
    }

    [Fact]
    public async Task People_with_a_notice_of_their_own_acknowledge_that_one()
    {
        var staff = NoticeAudience.Of(Key<SubjectKind>.Parse("employees"));
        var box = await _host.NoticeForms.OfferAsync(Language.English, audience: staff, cancellationToken: Cancel);

        var form = await ReadAsync([box.Sealed], box.Id.ToString());

        form.Acknowledgement!.Notice.Audience.Should().Be(staff);
        form.Acknowledgement.Notice.Language.Should().Be(Language.English);
    }

    [Fact]
    public async Task What_cannot_be_offered_says_what_to_pass()
    {
        var german = async () => await _host.NoticeForms.OfferAsync(Language.Parse("de"), cancellationToken: Cancel);
        var suppliers = async () => await _host.NoticeForms.OfferAsync(audience: NoticeAudience.Of(Key<SubjectKind>.Parse("suppliers")), cancellationToken: Cancel);

        (await german.Should().ThrowAsync<KeyNotFoundException>()).WithMessage("GDPR4533*");
        (await suppliers.Should().ThrowAsync<KeyNotFoundException>()).WithMessage("GDPR4533*");
    }

    [Fact]
    public async Task The_sealed_field_tells_nobody_what_it_is_about()
    {
        var box = await _host.NoticeForms.OfferAsync(person: Anna, cancellationToken: Cancel);

        Encoding.Latin1.GetString(WebEncoders.Base64UrlDecode(box.Sealed)).Should().NotContain(box.Label).And.NotContain("notice");
        box.ToString().Should().NotContain(box.Sealed);
    }

    [Theory]
    [InlineData("nl-NL", "GDPR4530: Het vakje over de privacyverklaring is onderweg veranderd. Laad de pagina opnieuw.")]
    [InlineData("en-IE", "GDPR4530: The box about the privacy notice was changed on its way. Load the page again.")]
    public async Task A_refused_box_is_an_error_of_the_model_in_the_language_of_the_visitor(string culture, string message)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new() { HttpContext = _host.Post((NoticeFormFields.Notice, ["not sealed"])).HttpContext },
            ModelName = "notice",
            ModelState = new ModelStateDictionary(),
        };

        await new NoticeFormBinder().BindModelAsync(binding);

        binding.ModelState["notice"]!.Errors.Should().ContainSingle().Which.ErrorMessage.Should().Be(message);
        binding.Result.IsModelSet.Should().BeTrue();
    }

    [Fact]
    public async Task An_error_bears_the_name_of_the_parameter_where_no_field_of_the_form_does()
    {
        var binding = new DefaultModelBindingContext
        {
            ActionContext = new() { HttpContext = _host.Post((NoticeFormFields.Notice, ["not sealed"]), (ConsentFormFields.Question, ["not sealed"])).HttpContext },
            ModelName = "",
            FieldName = "Answers",
            ModelState = new ModelStateDictionary(),
        };

        await new NoticeFormBinder().BindModelAsync(binding);
        await new ConsentFormBinder().BindModelAsync(binding);

        binding.ModelState.Keys.Should().Equal("Answers");
        binding.ModelState["Answers"]!.Errors.Should().HaveCount(2);
    }

    [Fact]
    public async Task Forms_that_are_accepted_for_no_time_are_refused_at_start()
    {
        await using var host = new FormHost(configureNotice: options => options.AcceptedFor = Duration.Zero);

        var start = () => host.Services.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().WithMessage("GDPR4524*");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private ValueTask<NoticeForm> ReadAsync(string[] boxes, params string[] ticked) => ReadAsync(_host, boxes, ticked);

    private static ValueTask<NoticeForm> ReadAsync(FormHost host, string[] boxes, params string[] ticked) =>
        host.NoticeForms.ReadAsync(host.Post((NoticeFormFields.Notice, boxes), (NoticeFormFields.Read, ticked)), null, Cancel);

    private static async Task<string> RenderAsync(NoticeTagHelper helper)
    {
        var output = new TagHelperOutput("gdpr-notice", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
