CREATE VIRTUAL TABLE `turn_words` USING fts5(`question`, `answer`, content = 'turns', content_rowid = 'turn_number', tokenize = 'unicode61 remove_diacritics 2');
--> statement-breakpoint
INSERT INTO `turn_words` (`turn_words`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `turns_are_searchable` AFTER INSERT ON `turns` BEGIN
  INSERT INTO `turn_words` (`rowid`, `question`, `answer`) VALUES (new.`turn_number`, new.`question`, new.`answer`);
END;
--> statement-breakpoint
CREATE TRIGGER `turns_are_forgotten` AFTER DELETE ON `turns` BEGIN
  INSERT INTO `turn_words` (`turn_words`, `rowid`, `question`, `answer`) VALUES ('delete', old.`turn_number`, old.`question`, old.`answer`);
END;
