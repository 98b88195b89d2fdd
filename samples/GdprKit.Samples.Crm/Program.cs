using GdprKit.Samples.Crm;
using GdprKit.Samples.Crm.Commands;
using GdprKit.Samples.Crm.Consent;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Links;
using GdprKit.Samples.Crm.Localization;
using GdprKit.Samples.Crm.Security;
using GdprKit.Samples.Crm.SignIn;
using NodaTime;

var commandLine = CrmCommandLine.Parse(args);
if (!commandLine.RunsTheSite)
{
    return await commandLine.InvokeAsync();
}

var builder = WebApplication.CreateBuilder(commandLine.SettingsOfTheSite);
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
{
    builder.WebHost.UseUrls(SiteAddress.Default);
}

#pragma warning disable RS0030 // The one place that names the system clock.
builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
builder.Services.AddCrm();
builder.Services.AddHostedService<OverdueMails>();
builder.Services.AddGdprKit().AddWorkers();
builder.Services.AddHealthChecks().AddGdprKitWorkers().AddGdprKitLedger().AddGdprKitHolds().AddGdprKitBackups();
builder.Services.AddEmployeeSignIn();
builder.Services.AddAskingLimits();
builder.Services.AddRazorPages(SignInSetup.RequireEmployee)
    .AddDutchAndEnglish()
    .AddMvcOptions(options => options.Filters.Add<RequestGuard>())
    .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);

var app = builder.Build();

try
{
    app.PrepareCrmDatabase();
    await app.Services.PrepareHistoryAsync(app.Lifetime.ApplicationStopping);
}
catch (CrmDatabaseException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}

app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/status/{0}");
app.UseSecurityHeaders();
app.UseDutchAndEnglish();
app.UseRateLimiter();
app.UseStaticFiles();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.UseNoticeGate();
app.MapRazorPages();
app.MapGdprKit("/privacy");
app.MapHealthChecks("/health");

await app.RunAsync();
return 0;
