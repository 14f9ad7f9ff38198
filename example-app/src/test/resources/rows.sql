-- Some rows for every table of the coach. Every statement ends with a semicolon at the end of a line.
INSERT INTO users (id, email, hashed_password, first_name, is_active, is_verified, created_at, updated_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i, 'user' || i || '@example.com', 'hash' || i, 'First' || i, 1, i % 2, '2025-05-01 10:00:00.000', '2025-05-01 10:00:00.000' FROM n;
INSERT INTO user_profiles (user_id, age, communication_preference, session_frequency) SELECT id, 20 + id, 'text', 2 FROM users;
INSERT INTO session_schedules (user_id, day_of_week, hour, minute, is_active) SELECT id, id % 7, id, 30, 1 FROM users;
INSERT INTO emergency_contacts (user_id, name, phone_number, is_primary, created_at, updated_at) SELECT id, 'Contact of ' || id, '+00 000 ' || id, 1, '2025-05-01 00:00:00.000', '2025-05-01 00:00:00.000' FROM users;
INSERT INTO conversations (user_id, title, is_formal_session, started_at) SELECT id, 'Conversation of ' || id, 0, '2025-05-03 09:00:00.000' FROM users;
INSERT INTO messages (conversation_id, user_id, content, is_from_user, created_at, updated_at) SELECT id, user_id, 'Hello', 1, '2025-05-03 09:00:01.000', '2025-05-03 09:00:01.000' FROM conversations;
INSERT INTO session_mood_ratings (conversation_id, user_id, mood_before, mood_after, created_at, updated_at) SELECT id, user_id, 3, 7, '2025-05-03 09:30:00.000', '2025-05-03 09:30:00.000' FROM conversations;
INSERT INTO important_memories (user_id, conversation_id, content, category, importance_score, created_at, updated_at) SELECT user_id, id, 'Memory', 'triggers', 0.75, '2025-05-03 09:30:00.000', '2025-05-03 09:30:00.000' FROM conversations;
INSERT INTO homework_assignments (user_id, conversation_id, title, is_completed, created_at, updated_at) SELECT user_id, id, 'Breathe', 0, '2025-05-03 09:30:00.000', '2025-05-03 09:30:00.000' FROM conversations;
INSERT INTO homework_progress_notes (homework_assignment_id, content, created_at) SELECT id, 'Done twice', '2025-05-04 09:30:00.000' FROM homework_assignments;
INSERT INTO assessments (user_id, conversation_id, type, score, taken_at) SELECT user_id, id, 'gad7', 6.5, '2025-05-03 09:30:00.000' FROM conversations;
