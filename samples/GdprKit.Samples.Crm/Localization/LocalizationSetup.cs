using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace GdprKit.Samples.Crm.Localization;

internal static class LocalizationSetup
{
    public static IMvcBuilder AddDutchAndEnglish(this IMvcBuilder pages)
    {
        pages.Services.AddLocalization();
        pages.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures.Dutch);
            options.SupportedCultures = Cultures.All;
            options.SupportedUICultures = Cultures.All;
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        // Names such as Gonçalves stay readable in the source of a page.
        pages.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        pages.AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)));
        pages.AddMvcOptions(options => options.ModelMetadataDetailsProviders.Add(new ValidationMessages()));
        pages.Services.AddOptions<MvcOptions>().Configure<IStringLocalizer<Texts>>((options, texts) =>
        {
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Validation.Invalid"]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Validation.Invalid"]);
            messages.SetValueIsInvalidAccessor(_ => texts["Validation.Invalid"]);
            messages.SetValueMustNotBeNullAccessor(_ => texts["Validation.Invalid"]);
        });
        return pages;
    }

    public static void UseDutchAndEnglish(this WebApplication app) => app.UseRequestLocalization();
}
