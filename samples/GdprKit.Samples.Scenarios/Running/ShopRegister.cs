using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>Changes what the shop declares, in its file, as who is responsible for it would. The result is checked like every register.</summary>
internal static class ShopRegister
{
    private const string YouthClub =
        """
        {
          "name": { "nl": "Jeugdclub", "en": "Youth club" },
          "purpose": {
            "description": {
              "nl": "Wij sturen kinderen elke week een mail met muziek en spelletjes.",
              "en": "We send children a mail with music and games every week."
            },
            "term": "dpv:DirectMarketing"
          },
          "basis": { "type": "consent" },
          "consent": {
            "question": {
              "nl": "Ja, ik wil bij de jeugdclub en elke week een mail",
              "en": "Yes, I want to join the youth club and get a mail every week"
            }
          },
          "addressesMinors": true,
          "people": ["customers"],
          "categories": ["email-address", "name"],
          "recipients": ["mail-provider"],
          "marketing": ["email"],
          "retention": { "youth-club": { "whileConsentStands": true } }
        }
        """;

    extension(ProcessingRegister register)
    {
        /// <summary>With a club for children, who are mailed when they, or their parents, agree.</summary>
        public ProcessingRegister WithYouthClub() =>
            register.Edited(file => file["activities"]!["youth-club"] = JsonNode.Parse(YouthClub));

        /// <summary>With a kind of data that an activity uses as well.</summary>
        public ProcessingRegister WithUse(Key<ProcessingActivity> activity, Key<DataCategory> category) =>
            register.Edited(file => file["activities"]![activity.ToString()]!["categories"]!.AsArray().Add(category.ToString()));

        /// <summary>Without a kind of data that an activity used.</summary>
        public ProcessingRegister WithoutUse(Key<ProcessingActivity> activity, Key<DataCategory> category) =>
            register.Edited(file => file["activities"]![activity.ToString()]!["categories"]!.AsArray().RemoveAll(used => (string?)used == category.ToString()));

        /// <summary>With an activity more, which the shop does for its customers as it carries out their orders.</summary>
        /// <param name="name">What it is called, as the scenario calls it.</param>
        /// <param name="purpose">What it is for.</param>
        public ProcessingRegister WithMore(string name, string purpose) => register.Edited(file =>
        {
            var activities = file["activities"]!.AsObject();
            var more = activities["orders"]!.DeepClone();
            activities["more"] = more;
            more["name"] = InAllLanguages(register, name);
            more["purpose"] = new JsonObject { ["description"] = InAllLanguages(register, purpose) };
            more["retention"] = new JsonObject(more["retention"]!.AsObject().Select(rule => KeyValuePair.Create($"more-{rule.Key}", rule.Value?.DeepClone())));
        });

        /// <summary>With another name for a kind of data.</summary>
        public ProcessingRegister WithLabel(Key<DataCategory> category, string label) =>
            register.Edited(file => file["categories"]![category.ToString()]!["label"] = InAllLanguages(register, label));

        /// <summary>With an activity for another purpose instead of one. What it is for is another thing, so it is an activity of its own.</summary>
        /// <param name="activity">What the shop does no more.</param>
        /// <param name="name">What it is called what it does instead, as the scenario calls it.</param>
        /// <param name="purpose">What that is for.</param>
        public ProcessingRegister WithInstead(Key<ProcessingActivity> activity, string name, string purpose) => register.Edited(file =>
        {
            var activities = file["activities"]!.AsObject();
            var instead = activities[activity.ToString()]!.DeepClone();
            activities.Remove(activity.ToString());
            activities[$"{activity}-instead"] = instead;
            instead["name"] = InAllLanguages(register, name);
            instead["purpose"] = new JsonObject { ["description"] = InAllLanguages(register, purpose) };
            instead["consent"]?.AsObject().Remove("question");
        });

        /// <summary>With another period after the events of all rules of an activity.</summary>
        public ProcessingRegister WithPeriod(Key<ProcessingActivity> activity, Period period) => register.Edited(file =>
        {
            foreach (var (_, rule) in file["activities"]![activity.ToString()]!["retention"]!.AsObject())
            {
                rule!["after"]!["period"] = PeriodPattern.NormalizingIso.Format(period);
            }
        });

        /// <summary>With another period after the events of all rules of an activity, from a day on.</summary>
        public ProcessingRegister WithPeriodFrom(LocalDate day, Key<ProcessingActivity> activity, Period period) => register.Edited(file =>
        {
            var rules = file["activities"]![activity.ToString()]!["retention"]!.AsObject();
            foreach (var (key, rule) in rules.ToList())
            {
                var later = rule!.DeepClone();
                later["after"]!["period"] = PeriodPattern.NormalizingIso.Format(period);
                later["effective"] = new JsonObject { ["from"] = LocalDatePattern.Iso.Format(day) };
                rule["effective"] = new JsonObject { ["until"] = LocalDatePattern.Iso.Format(day) };
                rules[$"{key}-from-{day.Year}"] = later;
            }
        });

        private ProcessingRegister Edited(Action<JsonNode> edit)
        {
            var file = JsonNode.Parse(register.ToJson())!;
            edit(file);
            return ProcessingRegister.FromJson(System.Text.Encoding.UTF8.GetBytes(file.ToJsonString()));
        }
    }

    // A scenario is told in one language, and a register in each of its own.
    private static JsonObject InAllLanguages(ProcessingRegister register, string text) =>
        new(register.Languages.Select(language => KeyValuePair.Create(language.Code, (JsonNode?)text)));
}
