using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace GdprKit.Canary;

/// <summary>Every feature, as it is meant to be used.</summary>
internal sealed class UsingEverything(CanaryHost host, Watch watch) : CanaryRun(host, watch)
{
    private static readonly string[] Pages =
    [
        "/privacy", "/privacy/nl", "/privacy/en", "/privacy/manage/record", "/privacy/manage/coverage", "/privacy/manage/deletion-concept",
        "/privacy/manage/retention", "/privacy/manage/retention.json",
    ];

    public async Task RunAsync()
    {
        await SaveAsync();
        await RememberAsync();
        await LookAsync();
        await AskAsync();
        await RetainAsync();
        await WriteDocumentsAsync();
        foreach (var page in Pages)
        {
            await GetAsync(page, 200);
        }
    }

    private Task SaveAsync() => DoAsync("saving with the ledger", async services =>
    {
        var context = ContextOf(services);
        await context.Database.EnsureCreatedAsync(Token);
        context.Add(CanaryCustomer.Piet());
        context.Add(new CanaryCustomer { Id = Canaries.OtherKey, Email = Canaries.OtherEmail });
        return await context.SaveChangesWithGdprAsync(
            async (gdpr, token) =>
            {
                var links = await gdpr.Subjects.LinkNewcomersAsync([Piet, Jan], gdpr.Clock.GetCurrentInstant(), token);
                foreach (var link in links.Links)
                {
                    Watch.Add(link.Ref);
                    Watch.Write("text of a link", link);
                }

                Watch.Write("text of links", links);
                await gdpr.Streams.AppendAsync<Subscription>(
                    Subscription.StreamOf(links.Links[0].Ref), Piet, _ => [Subscription.Start() with { Details = EntryDetails.Of(("note", Canaries.Note)) }], token);
            },
            Token);
    });

    private async Task RememberAsync()
    {
        var person = await RefAsync(Piet);
        var stream = Subscription.StreamOf(person, "magazine-2");
        await DoAsync("appending", async services => await StreamsOf(services).AppendAsync<Subscription>(
            stream,
            Piet,
            _ => [Subscription.Start() with { Details = EntryDetails.Of(("note", Canaries.Note)), Content = [LedgerContent.Of("content"u8)] }, Subscription.Stop()],
            Token));
        await DoAsync("linking", async services => await services.GetRequiredService<ISubjectDirectory>().LinkAsync([Piet, Jan], Now, Token));
        await DoAsync("folding again", async services => await StreamsOf(services).RefoldAsync(Subscription.Fold, Token));
        await DoAsync("leasing", async services => await LedgerOf(services).LeaseAsync(LeaseRequest.Take(LeaseName.Parse("canary"), Guid.NewGuid(), Now, Duration.FromMinutes(1)), Token));
        await DoAsync("forgetting", async services => await LedgerOf(services).ForgetDetailsAsync(HeadFilter.About(person), Token));
        await DoAsync("expiring", async services => await services.GetRequiredService<Retention.LedgerExpiry>().RunAsync(Token));
        await DoAsync("unlinking", async services => await services.GetRequiredService<ISubjectDirectory>().UnlinkAsync([Jan], Token));
    }

    private async Task LookAsync()
    {
        var person = await RefAsync(Piet);
        var stream = Subscription.StreamOf(person);
        await DoAsync("loading", async services => await StreamsOf(services).LoadAsync<Subscription>(stream, Token));
        await DoAsync("reading", async services => Text(await LedgerOf(services).ReadStreamAsync(stream, 0, Token).ToListAsync(Token)));
        await DoAsync("reading the latest", async services => Text(await LedgerOf(services).ReadLatestAsync(null, 10, Token)));
        await DoAsync("telling", async services => Text((await LedgerOf(services).ReadLatestAsync(null, 10, Token))
            .Select(entry => services.GetRequiredService<LedgerWording>().Tell(entry, Language.Dutch))));
        await DoAsync("finding heads", async services => Text(await StreamsOf(services).ReadHeadsAsync(HeadFilter.About(person), Token).ToListAsync(Token)));
        await DoAsync("counting heads", async services => Text(await LedgerOf(services).CountHeadsAsync(HeadFilter.About(person), Token)));
        await DoAsync("finding links", async services => Text(await services.GetRequiredService<ISubjectDirectory>().FindByRefAsync([person], Token)));
    }

    /// <summary>A form about a person who is known: what it carries, what is read of it, and what is said of one that is somebody else's.</summary>
    private async Task AskAsync()
    {
        await DoAsync("a form", async services =>
        {
            var (consents, notices) = (services.GetRequiredService<ConsentForms>(), services.GetRequiredService<NoticeForms>());
            var (question, box) = ((await consents.AskAsync(ShopKeys.Newsletter, Language.Dutch, Piet))!, await notices.OfferAsync(Language.Dutch, person: Piet));
            var form = Post((ConsentFormFields.Question, question.Sealed), (ConsentFormFields.Agree, question.Id.ToString()), (NoticeFormFields.Notice, box.Sealed), (NoticeFormFields.Read, box.Id.ToString()));
            var (answers, read) = (await consents.ReadAsync(form, Piet, Token), await notices.ReadAsync(form, Piet, Token));
            await ContextOf(services).SaveChangesWithGdprAsync((gdpr, token) => answers.RecordAsync(gdpr.Consents, Piet, token), Token);
            (await services.GetRequiredService<Consents>().FindAsync(Piet, ShopKeys.Newsletter, Token)).Status.Should().Be(ConsentStatus.Given, "there is something to tell of");
            var refused = (Consent: await consents.ReadAsync(form, Jan, Token), Notice: await notices.ReadAsync(form, Jan, Token));
            return $"{question} {question.Sealed} {box} {box.Sealed} {Text(answers.Answers)} {read.Acknowledgement} {refused.Consent.Fault} {refused.Notice.Fault}";
        });
    }

    private static HttpRequest Post(params (string Name, string Value)[] fields)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.ContentType) = ("POST", "application/x-www-form-urlencoded");
        context.Request.Form = new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
        return context.Request;
    }

    private async Task RetainAsync()
    {
        await DoAsync("coverage", services => Done(CoverageReport.Of(services.GetRequiredService<PersonalDataMap>())));
        await DoAsync("a preview", async services =>
        {
            var retention = services.GetRequiredService<DataRetention>();
            var (preview, forecast) = (await retention.PreviewAsync(Token), await retention.ForecastAsync(cancellationToken: Token));
            preview.RowsToGo.Should().BePositive("there is something to tell of");
            Watch.Show("document of a preview", preview.ToDocument(retention.Plan, Language.Dutch, forecast).ToHtml());
            return $"{preview} {forecast}";
        });
        await DoAsync("a comparison", async services =>
        {
            var retention = services.GetRequiredService<DataRetention>();
            var comparison = await retention.CompareAsync(Proposed(), Token);
            Watch.Show("document of a comparison", comparison.ToDocument(retention.Plan, Language.English).ToMarkdown());
            return comparison;
        });
        await DoAsync("an explanation", async services => Text(await services.GetRequiredService<DataRetention>().ExplainAsync(Piet, Token).ToListAsync(Token)));
        await DoAsync("an export", async services =>
        {
            var entity = services.GetRequiredService<PersonalDataMap>().Stores.Single().Entities.Single(stored => stored.Description.Type == typeof(CanaryCustomer));
            var records = await StoreOf(services).ExportAsync(entity, Piet, Token).ToListAsync(Token);
            records.SelectMany(record => record.Values).Should().Contain(value => Equals(value.Value, Canaries.Email), "it is the canary that is exported");
            return $"{Text(records)} {Text(records.SelectMany(record => record.Values))}";
        });
    }

    private async Task WriteDocumentsAsync()
    {
        foreach (var language in new[] { Language.Dutch, Language.English })
        {
            await DoAsync("the record", services => Done(RecordOfProcessing.From(services.GetRequiredService<ProcessingRegister>(), language).ToDocument().ToHtml()));
            await DoAsync("the deletion concept", services =>
                Done(DeletionConcept.From(services.GetRequiredService<DataRetention>().Plan, language, new LocalDate(2026, 11, 26)).ToHtml()));
            await DoAsync("the notice", services => Done(services.GetRequiredService<PrivacyNotices>().In(language).Document.ToMarkdown()));
        }

        await DoAsync("the difference of registers", services => Done(Text(RegisterDiff.Between(
            services.GetRequiredService<ProcessingRegister>(), Proposed()).Changes)));
    }

    private Instant Now => Host.Clock.GetCurrentInstant();

    private async Task<SubjectRef> RefAsync(SubjectId person)
    {
        await using var request = Host.Services.CreateAsyncScope();
        return (await request.ServiceProvider.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([person], Token))[0].Ref;
    }

    private static ProcessingRegister Proposed() => TestRegisters.Shop(register => register.Activity(Key<ProcessingActivity>.Parse("tips"), activity => activity
        .Name("Tips", "Tips")
        .Purpose("Wij geven je tips bij wat je kocht.", "We give you tips that go with what you bought.")
        .OnContract()
        .About(ShopKeys.Customers).Uses(ShopKeys.Purchases)
        .Keep(keep => keep.For(Period.FromYears(20)).After(ShopKeys.LastPurchase))));

    private static Task<object?> Done(object? result) => Task.FromResult(result);

    private static string Text<T>(IEnumerable<T> many) => string.Join(Environment.NewLine, many);
}
